/** Puts very many things in order, a piece at a time: each piece is sorted by itself, and the pieces are merged as they are taken. */

interface Keyed<T> {
  readonly key: string
  readonly item: T
}

interface Run<T> {
  readonly items: readonly Keyed<T>[]
  next: number
  /** Of the item that is next. */
  key: string
}

export class SortedRuns<T> {
  readonly #keyOf: (item: T) => string
  /** A heap: of two runs below another, none begins with less. */
  readonly #runs: Run<T>[] = []

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0
  }

  get size(): number {
    return this.#runs.reduce((sum, { items, next }) => sum + items.length - next, 0)
  }

  add(piece: readonly T[]): void {
    if (piece.length === 0) return
    const items = piece.map((item) => ({ key: this.#keyOf(item), item }))
    items.sort((a, b) => (a.key < b.key ? -1 : 1))
    this.#runs.push({ items, next: 0, key: (items[0] as Keyed<T>).key })
    for (let at = this.#runs.length - 1; at > 0; at = parentOf(at)) this.#swapIfLess(at, parentOf(at))
  }

  /** The least of all, at most so many, and those besides that have the same key as the last of them: these in any order. */
  take(most: number): readonly T[] {
    const taken: T[] = []
    let last = ''
    for (let run = this.#runs[0]; run !== undefined; run = this.#runs[0]) {
      if (taken.length >= most && run.key !== last) break
      last = run.key
      taken.push((run.items[run.next] as Keyed<T>).item)
      this.#goOn(run)
    }
    return taken
  }

  /** In the first run. */
  #goOn(run: Run<T>): void {
    run.next++
    if (run.next < run.items.length) run.key = (run.items[run.next] as Keyed<T>).key
    else {
      const last = this.#runs.pop()
      if (last !== run && last !== undefined) this.#runs[0] = last
    }
    for (let at = 0, child = this.#lesserBelow(at); child > 0; at = child, child = this.#lesserBelow(at))
      if (!this.#swapIfLess(child, at)) return
  }

  /** 0: there is none. */
  #lesserBelow(at: number): number {
    const left = 2 * at + 1
    if (left >= this.#runs.length) return 0
    return this.#isLess(left + 1, left) ? left + 1 : left
  }

  #isLess(one: number, other: number): boolean {
    const run = this.#runs[one]
    return run !== undefined && run.key < (this.#runs[other] as Run<T>).key
  }

  #swapIfLess(one: number, other: number): boolean {
    if (!this.#isLess(one, other)) return false
    const kept = this.#runs[one] as Run<T>
    this.#runs[one] = this.#runs[other] as Run<T>
    this.#runs[other] = kept
    return true
  }
}

const parentOf = (at: number): number => (at - 1) >> 1
