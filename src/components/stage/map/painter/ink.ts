/** Colours as the pixels of an ImageData: red, green, blue, alpha from the lowest byte on. */
export type Pixel = number

/** "rgb(10, 95, 168)", "#0a5fa8" */
export function pixelOf(colour: string): Pixel {
  const parts = colour.startsWith('#') ? hexParts(colour) : (colour.match(/[\d.]+/g)?.map(Number) ?? [])
  const [r = 0, g = 0, b = 0] = parts
  return pixel(r, g, b)
}

export function mixed(one: Pixel, other: Pixel, share: number): Pixel {
  const part = (shift: number) => {
    const a = (one >>> shift) & 255
    const b = (other >>> shift) & 255
    return Math.round(a + (b - a) * share)
  }
  return pixel(part(0), part(8), part(16))
}

export function cssOf(one: Pixel): string {
  return `rgb(${one & 255} ${(one >>> 8) & 255} ${(one >>> 16) & 255})`
}

function pixel(r: number, g: number, b: number): Pixel {
  return (0xff000000 | (b << 16) | (g << 8) | r) >>> 0
}

function hexParts(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
