/** A picture as one array of pixels: what a map of every pod is drawn in fastest. Everything is cut to its edges. */
import type { Pixel } from './ink.ts'

export interface Stamp {
  readonly size: number
  readonly pixels: Uint32Array
}

export class Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint32Array
  readonly bytes: Uint8ClampedArray<ArrayBuffer>

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    const buffer = new ArrayBuffer(width * height * 4)
    this.data = new Uint32Array(buffer)
    this.bytes = new Uint8ClampedArray(buffer)
  }

  /** From the first corner to before the second. */
  fill(x0: number, y0: number, x1: number, y1: number, pixel: Pixel): void {
    fillBox(this.data, this.width, this.height, x0, y0, x1, y1, pixel)
  }

  frame(x0: number, y0: number, x1: number, y1: number, thick: number, pixel: Pixel): void {
    this.fill(x0, y0, x1, Math.min(y1, y0 + thick), pixel)
    this.fill(x0, Math.max(y0, y1 - thick), x1, y1, pixel)
    this.fill(x0, y0, Math.min(x1, x0 + thick), y1, pixel)
    this.fill(Math.max(x0, x1 - thick), y0, x1, y1, pixel)
  }

  /** Squares in rows, `unit` pixels apart, one for each of `order` from `first` to before `end`, in the ink of its class. */
  dots(
    left: number,
    top: number,
    unit: number,
    gap: number,
    columns: number,
    order: Int32Array,
    first: number,
    end: number,
    classes: Uint8Array,
    inks: Uint32Array,
  ): void {
    const { data, width, height } = this
    fillDots(data, width, height, left, top, unit, gap, columns, order, first, end, classes, inks)
  }

  stamp(x: number, y: number, { size, pixels }: Stamp): void {
    stampAt(this.data, this.width, this.height, x, y, size, pixels)
  }
}

// Functions of their own over arrays: they are the hot part, and are compiled as such.

function fillBox(
  data: Uint32Array,
  width: number,
  height: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  pixel: number,
): void {
  const left = x0 < 0 ? 0 : x0
  const right = x1 > width ? width : x1
  const top = y0 < 0 ? 0 : y0
  const bottom = y1 > height ? height : y1
  if (left >= right) return
  for (let y = top; y < bottom; y++) {
    const row = y * width
    if (right - left > 24) data.fill(pixel, row + left, row + right)
    else for (let at = row + left; at < row + right; at++) data[at] = pixel
  }
}

function fillDots(
  data: Uint32Array,
  width: number,
  height: number,
  left: number,
  top: number,
  unit: number,
  gap: number,
  columns: number,
  order: Int32Array,
  first: number,
  end: number,
  classes: Uint8Array,
  inks: Uint32Array,
): void {
  let row = 0
  for (let start = first; start < end; start += columns, row++) {
    const y0 = Math.round(top + row * unit)
    const y1 = Math.round(top + (row + 1) * unit) - gap
    if (y1 <= 0 || y0 >= height) continue
    const last = Math.min(end, start + columns)
    let x0 = Math.round(left)
    for (let at = start, column = 1; at < last; at++, column++) {
      const next = Math.round(left + column * unit)
      fillBox(
        data,
        width,
        height,
        x0,
        y0,
        next - gap,
        y1,
        inks[classes[order[at] as number] as number] as number,
      )
      x0 = next
    }
  }
}

function stampAt(
  data: Uint32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  size: number,
  pixels: Uint32Array,
): void {
  const left = x < 0 ? -x : 0
  const right = x + size > width ? width - x : size
  const top = y < 0 ? -y : 0
  const bottom = y + size > height ? height - y : size
  if (left >= right) return
  for (let row = top; row < bottom; row++) {
    let to = (y + row) * width + x + left
    let from = row * size + left
    for (let at = left; at < right; at++) data[to++] = pixels[from++] as number
  }
}
