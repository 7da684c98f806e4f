/**
 * Slots by namespace and name. A map a namespace instead of one by "namespace/name": names are looked up on every write,
 * and a text that is put together for the purpose must be hashed each time.
 */
import { TextMap } from './textMap.ts'

/** The names of one namespace, in no order that means anything. */
export interface Names {
  readonly size: number
  get(name: string): number | undefined
  keys(): IterableIterator<string>
  /** The slots. */
  values(): IterableIterator<number>
}

/** Of kinds without namespaces, which are under '', the same few are asked for again and again: nodes, with every pod. */
type Space = Map<string, number> | TextMap<number>

export class NameTable {
  readonly #spaces = new Map<string, Space>()
  #size = 0
  /** The namespace asked for last: writes that follow one another are mostly in one. */
  #lastNamespace = ''
  #lastSpace: Space | undefined

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

  delete(namespace: string, name: string): void {
    if (this.#space(namespace)?.delete(name)) this.#size--
  }

  within(namespace: string): Names {
    return this.#space(namespace) ?? nothing
  }

  /** Ascending: in creation order. */
  slots(): number[] {
    const slots: number[] = []
    for (const space of this.#spaces.values()) for (const slot of space.values()) slots.push(slot)
    return slots.sort((a, b) => a - b)
  }

  #newSpace(namespace: string): Space {
    const space = namespace === '' ? new TextMap<number>() : new Map<string, number>()
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

const nothing: Names = new Map()
