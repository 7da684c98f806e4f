/** Puts very many things in order, a piece at a time: each piece is sorted by itself, and the pieces are merged as they are taken. */

interface Run<T> {
  readonly items: readonly { readonly key: string; readonly item: T }[]
  next: number
}

export class SortedRuns<T> {
  readonly #keyOf: (item: T) => string
  #runs: Run<T>[] = []

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
    this.#runs.push({ items: items.sort((a, b) => (a.key < b.key ? -1 : 1)), next: 0 })
  }

  /** The least of all, at most so many, and those besides that have the same key as the last of them. */
  take(most: number): readonly T[] {
    const taken: T[] = []
    let last = ''
    while (this.#runs.length > 0) {
      const run = this.#first()
      const { key, item } = run.items[run.next] as Run<T>['items'][number]
      if (taken.length >= most && key !== last) break
      last = key
      taken.push(item)
      run.next++
      if (run.next === run.items.length) this.#runs = this.#runs.filter((one) => one !== run)
    }
    return taken
  }

  #first(): Run<T> {
    let first = this.#runs[0] as Run<T>
    for (const run of this.#runs) if (keyIn(run) < keyIn(first)) first = run
    return first
  }
}

function keyIn<T>({ items, next }: Run<T>): string {
  return (items[next] as Run<T>['items'][number]).key
}
