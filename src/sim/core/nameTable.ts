/**
 * Slots by namespace and name. A map a namespace instead of one by "namespace/name": names are looked up on every write,
 * and a text that is put together for the purpose must be hashed each time.
 */
import { RecentTexts } from './recentTexts.ts'

export class NameTable {
  /** Objects of kinds without namespaces are under ''. */
  readonly #spaces = new Map<string, Map<string, number>>()
  #size = 0
  /** The namespace asked for last: writes that follow one another are mostly in one. */
  #lastNamespace = ''
  #lastSpace: Map<string, number> | undefined
  /** Of kinds without namespaces: nodes are asked for with every pod. */
  readonly #recent = new RecentTexts<number>()

  get size(): number {
    return this.#size
  }

  /** 0: there is none. */
  slot(namespace: string, name: string): number {
    if (namespace !== '') return this.#space(namespace)?.get(name) ?? 0
    const recent = this.#recent.get(name)
    if (recent !== undefined) return recent
    const slot = this.#space('')?.get(name) ?? 0
    if (slot !== 0) this.#recent.set(name, slot)
    return slot
  }

  /** A name that is not yet taken. */
  add(namespace: string, name: string, slot: number): void {
    const space = this.#space(namespace)
    if (space === undefined) this.#spaces.set(namespace, new Map([[name, slot]]))
    else space.set(name, slot)
    this.#size++
  }

  delete(namespace: string, name: string): void {
    if (!this.#space(namespace)?.delete(name)) return
    this.#size--
    if (namespace === '') this.#recent.delete(name)
  }

  /** Names and slots of one namespace, in no order that means anything. */
  within(namespace: string): ReadonlyMap<string, number> {
    return this.#space(namespace) ?? nothing
  }

  /** Ascending: in creation order. */
  slots(): number[] {
    const slots: number[] = []
    for (const space of this.#spaces.values()) for (const slot of space.values()) slots.push(slot)
    return slots.sort((a, b) => a - b)
  }

  #space(namespace: string): Map<string, number> | undefined {
    if (this.#lastSpace === undefined || this.#lastNamespace !== namespace) {
      this.#lastSpace = this.#spaces.get(namespace)
      this.#lastNamespace = namespace
    }
    return this.#lastSpace
  }
}

const nothing: ReadonlyMap<string, number> = new Map()
