/** A column of 32-bit whole numbers that grows by doubling. */
export class IntColumn {
  #cells: Int32Array
  #length = 0

  constructor(capacity = 1024) {
    this.#cells = new Int32Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  /** With the room to grow. */
  get bytes(): number {
    return this.#cells.byteLength
  }

  get(index: number): number {
    return this.#cells[index] as number
  }

  set(index: number, value: number): void {
    this.#cells[index] = value
  }

  push(value: number): void {
    if (this.#length === this.#cells.length) {
      const wider = new Int32Array(this.#cells.length * 2)
      wider.set(this.#cells)
      this.#cells = wider
    }
    this.#cells[this.#length++] = value
  }

  truncate(length: number): void {
    this.#length = length
  }

  /** A copy of the cells, for a keyframe. */
  slice(): Int32Array {
    return this.#cells.slice(0, this.#length)
  }

  restore(cells: Int32Array): void {
    this.#cells = new Int32Array(Math.max(1024, cells.length * 2))
    this.#cells.set(cells)
    this.#length = cells.length
  }
}
