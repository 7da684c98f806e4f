/** Rows of whole numbers, added at the end, in chunks of which only the newest are kept. */
const chunkBits = 13
const chunkRows = 1 << chunkBits
const within = chunkRows - 1

/** The newest chunks at some moment. What is written to them later is written again after a return to that moment. */
export interface RowTail {
  readonly first: number
  readonly chunks: readonly Int32Array[]
}

export class RowChunks {
  readonly #width: number
  readonly #most: number
  /** By their number; `undefined` where they are forgotten. */
  #chunks: (Int32Array | undefined)[] = []
  #kept = 0
  #length = 0
  /** Where the row begins that `next` has made, within its chunk. */
  nextAt = 0

  /** `most`: chunks that are kept. */
  constructor(width: number, most: number) {
    this.#width = width
    this.#most = most
  }

  get length(): number {
    return this.#length
  }

  get bytes(): number {
    return this.#kept * chunkRows * this.#width * Int32Array.BYTES_PER_ELEMENT
  }

  has(row: number): boolean {
    return this.#chunks[row >> chunkBits] !== undefined && row < this.#length
  }

  /** 0 in rows that are forgotten. */
  get(row: number, cell: number): number {
    const chunk = this.#chunks[row >> chunkBits]
    return chunk === undefined ? 0 : (chunk[(row & within) * this.#width + cell] as number)
  }

  /** The chunk with room for one more row, which is counted already and begins at `nextAt`. */
  next(): Int32Array {
    const row = this.#length++
    this.nextAt = (row & within) * this.#width
    return this.#chunks[row >> chunkBits] ?? this.#grow(row >> chunkBits)
  }

  /** The chunks from the one with `row` on. */
  tailFrom(row: number): RowTail {
    const first = Math.min(row, this.#length - 1) >> chunkBits
    const last = (this.#length - 1) >> chunkBits
    return { first, chunks: this.#chunks.slice(first, last + 1) as Int32Array[] }
  }

  /**
   * Back, or on, to a length at which `tail` was the end. Rows after it are not thrown away: whoever returns to a later moment
   * finds them again, and whoever does something else meanwhile writes over them.
   */
  truncate(length: number, tail: RowTail): void {
    this.#length = length
    while (this.#chunks.length < tail.first) this.#chunks.push(undefined)
    tail.chunks.forEach((chunk, i) => {
      this.#chunks[tail.first + i] = chunk
    })
    this.#kept = this.#chunks.filter((chunk) => chunk !== undefined).length
  }

  #grow(number: number): Int32Array {
    const chunk = new Int32Array(chunkRows * this.#width)
    while (this.#chunks.length < number) this.#chunks.push(undefined)
    this.#chunks[number] = chunk
    this.#kept++
    while (this.#kept > this.#most) this.#forgetOne(number)
    return chunk
  }

  /** One that is ahead of the present, left there by a return; else the oldest. */
  #forgetOne(present: number): void {
    if (this.#chunks.length - 1 > present) this.#chunks.pop()
    else this.#chunks[this.#chunks.findIndex((one) => one !== undefined)] = undefined
    this.#kept = this.#chunks.filter((one) => one !== undefined).length
  }
}
