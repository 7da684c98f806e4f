/**
 * A picture as one array of pixels: what a map of every pod is drawn in fastest. Everything is cut to its edges, or to the
 * part of it that is painted just now.
 */
import type { Pixel } from './ink.ts'

export interface Stamp {
  readonly size: number
  readonly pixels: Uint32Array
}

/** From the first corner to before the second. */
export interface Cut {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export class Pixels {
  readonly width: number
  readonly height: number
  readonly whole: Cut
  readonly data: Uint32Array
  readonly bytes: Uint8ClampedArray<ArrayBuffer>
  #cut: Cut

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.whole = { x0: 0, y0: 0, x1: width, y1: height }
    this.#cut = this.whole
    const buffer = new ArrayBuffer(width * height * 4)
    this.data = new Uint32Array(buffer)
    this.bytes = new Uint8ClampedArray(buffer)
  }

  get cut(): Cut {
    return this.#cut
  }

  /** From now on nothing is painted beside it. It lies within the edges. */
  cutTo(cut: Cut): void {
    this.#cut = cut
  }

  /** Moves all of it. What comes into it from beyond the edges is left to be painted. */
  shift(dx: number, dy: number): void {
    const by = dx + dy * this.width
    if (by > 0) this.data.copyWithin(by, 0)
    else if (by < 0) this.data.copyWithin(0, -by)
  }

  /** From the first corner to before the second. */
  fill(x0: number, y0: number, x1: number, y1: number, pixel: Pixel): void {
    fillBox(this.data, this.width, this.#cut, x0, y0, x1, y1, pixel)
  }

  frame(x0: number, y0: number, x1: number, y1: number, thick: number, pixel: Pixel): void {
    this.fill(x0, y0, x1, Math.min(y1, y0 + thick), pixel)
    this.fill(x0, Math.max(y0, y1 - thick), x1, y1, pixel)
    this.fill(x0, y0, Math.min(x1, x0 + thick), y1, pixel)
    this.fill(Math.max(x0, x1 - thick), y0, x1, y1, pixel)
  }

  /**
   * Squares in rows, one for each of `order` from `first` to before `end`, in the ink of its class. `across` and `down`: where
   * each column and row begins, and where the last ends.
   */
  dots(
    across: Int32Array,
    down: Int32Array,
    gap: number,
    order: Int32Array,
    first: number,
    end: number,
    classes: Uint8Array,
    inks: Uint32Array,
  ): void {
    fillDots(this.data, this.width, this.#cut, across, down, gap, order, first, end, classes, inks)
  }

  stamp(x: number, y: number, { size, pixels }: Stamp): void {
    stampAt(this.data, this.width, this.#cut, x, y, size, pixels)
  }
}

// Functions of their own over arrays: they are the hot part, and are compiled as such.

function fillBox(
  data: Uint32Array,
  width: number,
  cut: Cut,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  pixel: number,
): void {
  const left = x0 < cut.x0 ? cut.x0 : x0
  const right = x1 > cut.x1 ? cut.x1 : x1
  const top = y0 < cut.y0 ? cut.y0 : y0
  const bottom = y1 > cut.y1 ? cut.y1 : y1
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
  cut: Cut,
  across: Int32Array,
  down: Int32Array,
  gap: number,
  order: Int32Array,
  first: number,
  end: number,
  classes: Uint8Array,
  inks: Uint32Array,
): void {
  const columns = across.length - 1
  for (let start = first, row = 0; start < end; start += columns, row++) {
    const top = Math.max(cut.y0, down[row] as number)
    const bottom = Math.min(cut.y1, (down[row + 1] as number) - gap)
    if (top >= bottom) continue
    const last = Math.min(end, start + columns)
    for (let at = start, column = 0; at < last; at++, column++) {
      const left = Math.max(cut.x0, across[column] as number)
      const right = Math.min(cut.x1, (across[column + 1] as number) - gap)
      const ink = inks[classes[order[at] as number] as number] as number
      for (let line = top * width; line < bottom * width; line += width)
        for (let x = left; x < right; x++) data[line + x] = ink
    }
  }
}

function stampAt(
  data: Uint32Array,
  width: number,
  cut: Cut,
  x: number,
  y: number,
  size: number,
  pixels: Uint32Array,
): void {
  const left = x < cut.x0 ? cut.x0 - x : 0
  const right = x + size > cut.x1 ? cut.x1 - x : size
  const top = y < cut.y0 ? cut.y0 - y : 0
  const bottom = y + size > cut.y1 ? cut.y1 - y : size
  if (left >= right) return
  for (let row = top; row < bottom; row++) {
    let to = (y + row) * width + x + left
    let from = row * size + left
    for (let at = left; at < right; at++) data[to++] = pixels[from++] as number
  }
}
