/** What of the map has to be painted anew: some of its nodes with their pods, or all of it. */
export class Changes {
  #isAll = true
  readonly #nodes = new Set<number>()

  get isAll(): boolean {
    return this.#isAll
  }

  /** By slot; 0: the tray of those without a node. */
  get nodes(): ReadonlySet<number> {
    return this.#nodes
  }

  add(node: number): void {
    if (!this.#isAll) this.#nodes.add(node)
  }

  addAll(): void {
    this.#isAll = true
    this.#nodes.clear()
  }

  /** All of it has been painted. */
  clear(): void {
    this.#isAll = false
    this.#nodes.clear()
  }
}
