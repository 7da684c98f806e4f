/** Slots by namespace and name: a table for each namespace, since a name is told from its namespace wherever it is looked up. */
import { NamedSlots } from './namedSlots.ts'
import { TextMap } from './textMap.ts'

/** The objects of one namespace, in no order that means anything. */
export interface Within {
  readonly size: number
  /** The slots. */
  values(): Iterable<number>
}

/** Of kinds without namespaces, which are under '', the same few are asked for again and again: nodes, with every pod. */
type Space = NamedSlots | TextMap<number>

export class NameTable {
  readonly #nameAt: (slot: number) => string | undefined
  readonly #spaces = new Map<string, Space>()
  #size = 0
  /** The namespace asked for last: writes that follow one another are mostly in one. */
  #lastNamespace = ''
  #lastSpace: Space | undefined

  /** `nameAt`: the name of what lies in a slot now. */
  constructor(nameAt: (slot: number) => string | undefined) {
    this.#nameAt = nameAt
  }

  get size(): number {
    return this.#size
  }

  /** 0: there is none. */
  slot(namespace: string, name: string): number {
    return this.#space(namespace)?.get(name) ?? 0
  }

  /** A name that is not yet taken. */
  add(namespace: string, name: string, slot: number): void {
    const space = this.#space(namespace) ?? this.#newSpace(namespace)
    space.set(name, slot)
    this.#size++
  }

  /** What lies in the slot may be another object by now. */
  delete(namespace: string, name: string, slot: number): void {
    if (this.#space(namespace)?.delete(name, slot)) this.#size--
  }

  within(namespace: string): Within {
    return this.#space(namespace) ?? nothing
  }

  /** Ascending: in creation order. */
  slots(): number[] {
    const slots: number[] = []
    for (const space of this.#spaces.values()) for (const slot of space.values()) slots.push(slot)
    return slots.sort((a, b) => a - b)
  }

  #newSpace(namespace: string): Space {
    const space = namespace === '' ? new TextMap<number>() : new NamedSlots(this.#nameAt)
    this.#spaces.set(namespace, space)
    return space
  }

  #space(namespace: string): Space | undefined {
    if (this.#lastSpace === undefined || this.#lastNamespace !== namespace) {
      this.#lastSpace = this.#spaces.get(namespace)
      this.#lastNamespace = namespace
    }
    return this.#lastSpace
  }
}

const nothing: Within = new Map<string, number>()
