/** Very many things, some at a time: each call of `next` is a short piece of work, and may find none. */
export interface Pieces<T> {
  next(): readonly T[]
  /** Whether those were all. */
  readonly isOver: boolean
}

/** At most so many at a time: for what takes longer with each than finding it took. */
export class Portions<T> implements Pieces<T> {
  readonly #pieces: Pieces<T>
  readonly #most: number
  #piece: readonly T[] = []
  #at = 0

  constructor(pieces: Pieces<T>, most: number) {
    this.#pieces = pieces
    this.#most = most
  }

  get isOver(): boolean {
    return this.#at >= this.#piece.length && this.#pieces.isOver
  }

  next(): readonly T[] {
    if (this.#at >= this.#piece.length) {
      if (this.#pieces.isOver) return []
      this.#piece = this.#pieces.next()
      this.#at = 0
    }
    const portion = this.#piece.slice(this.#at, this.#at + this.#most)
    this.#at += portion.length
    return portion
  }
}
