/**
 * Slots by namespace and name. A map a namespace instead of one by "namespace/name": names are looked up on every write,
 * and a text that is put together for the purpose must be hashed each time.
 */
export class NameTable {
  /** Objects of kinds without namespaces are under ''. */
  readonly #spaces = new Map<string, Map<string, number>>()
  #size = 0

  get size(): number {
    return this.#size
  }

  /** 0: there is none. */
  slot(namespace: string, name: string): number {
    return this.#spaces.get(namespace)?.get(name) ?? 0
  }

  /** A name that is not yet taken. */
  add(namespace: string, name: string, slot: number): void {
    const space = this.#spaces.get(namespace)
    if (space === undefined) this.#spaces.set(namespace, new Map([[name, slot]]))
    else space.set(name, slot)
    this.#size++
  }

  delete(namespace: string, name: string): void {
    if (this.#spaces.get(namespace)?.delete(name)) this.#size--
  }

  /** Names and slots of one namespace, in no order that means anything. */
  within(namespace: string): ReadonlyMap<string, number> {
    return this.#spaces.get(namespace) ?? nothing
  }

  /** Ascending: in creation order. */
  slots(): number[] {
    const slots: number[] = []
    for (const space of this.#spaces.values()) for (const slot of space.values()) slots.push(slot)
    return slots.sort((a, b) => a - b)
  }
}

const nothing: ReadonlyMap<string, number> = new Map()
