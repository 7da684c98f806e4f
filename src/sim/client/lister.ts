/**
 * An informer's cache, read at a lag: the objects of one kind as of the revision that a component has seen. It costs
 * one integer; what the head has and the component hasn't seen is taken back while reading.
 */
import type { Kind } from '../api/kind.ts'
import { kindId } from '../api/kinds/index.ts'
import type { ApiObject } from '../api/types/index.ts'
import type { Registry } from '../core/registry.ts'

export class Lister<T extends ApiObject> {
  readonly #registry: Registry
  readonly #kind: Kind<T>
  readonly #shelf: number
  readonly #seen: () => number
  /** Slots of objects that were removed after revision `seen`, by key, looked for up to `upTo`. */
  #removed = { seen: -1, era: -1, upTo: -1, slots: new Map<string, number>() }

  constructor(registry: Registry, kind: Kind<T>, seen: () => number) {
    this.#registry = registry
    this.#kind = kind
    this.#shelf = kindId(kind as unknown as Kind)
    this.#seen = seen
  }

  /** `namespace` is ignored where the kind has none. */
  get(namespace: string, name: string): T | undefined {
    const slot = this.#registry.slotOf(this.#shelf, this.#kind.namespaced ? namespace : '', name)
    const object = slot === 0 ? undefined : this.at(slot)
    if (object !== undefined || this.#seen() >= this.#registry.head) return object
    return this.#justRemoved(this.#kind.namespaced ? `${namespace}/${name}` : name)
  }

  /** `key`: "namespace/name", or "name" where the kind has no namespace. */
  byKey(key: string): T | undefined {
    const slot = this.#registry.slotNamed(this.#shelf, key)
    const object = slot === 0 ? undefined : this.at(slot)
    return object ?? this.#justRemoved(key)
  }

  /** Whether `byKey` finds something. */
  has(key: string): boolean {
    const slot = this.#registry.slotNamed(this.#shelf, key)
    return (slot !== 0 && this.#registry.lastRevision(slot) <= this.#seen()) || this.byKey(key) !== undefined
  }

  /** Whether `byIndex` may find something; false: for certain it finds nothing. */
  mayHave(index: string, key: string): boolean {
    const filing = this.#registry.index(this.#shelf, index)
    if (filing.slots(key).length > 0) return true
    const seen = this.#seen()
    return seen < this.#registry.head && filing.unfiledSince(key, seen).length > 0
  }

  /** Objects filed under `key` in one of the kind's indexes, in creation order. */
  byIndex(index: string, key: string): readonly T[] {
    const seen = this.#seen()
    const filing = this.#registry.index(this.#shelf, index)
    const slots = filing.slots(key)
    const unfiled = seen >= this.#registry.head ? nothing : filing.unfiledSince(key, seen)
    if (slots.length === 0 && unfiled.length === 0) return nothing
    if (seen >= this.#registry.head) return slots.map((slot) => this.#registry.value(slot) as T)
    const registry = this.#registry
    const keyOf = this.#kind.indexes?.[index] as (object: T) => string | readonly string[] | undefined
    const objects: T[] = []
    for (const slot of withUnfiled(slots, unfiled)) {
      if (registry.lastRevision(slot) <= seen) {
        objects.push(registry.value(slot) as T)
        continue
      }
      const object = this.at(slot)
      if (object !== undefined && isFiled(keyOf(object), key)) objects.push(object)
    }
    return objects
  }

  /** Every object, in creation order. Cost: one visit an object; not for hot paths. */
  all(): readonly T[] {
    const slots = this.#registry.names(this.#shelf).slots()
    return slots.flatMap((slot) => this.at(slot) ?? [])
  }

  /** As `all`, one after another with their slots. */
  forEach(visit: (object: T, slot: number) => void): void {
    for (const slot of this.#registry.names(this.#shelf).slots()) {
      const object = this.at(slot)
      if (object !== undefined) visit(object, slot)
    }
  }

  /** The object in a slot that was an object of this kind when it was looked up. */
  at(slot: number): T | undefined {
    return this.#registry.at(slot, this.#seen()) as T | undefined
  }

  /** An object that the head no longer has under this name, but this cache still does. */
  #justRemoved(key: string): T | undefined {
    const slot = this.#removedSince(this.#seen()).get(key)
    return slot === undefined ? undefined : this.at(slot)
  }

  /** Looked through once for all who ask: in a tick in which ten thousand objects go, ten thousand do. */
  #removedSince(seen: number): ReadonlyMap<string, number> {
    const registry = this.#registry
    if (this.#removed.seen !== seen || this.#removed.era !== registry.era)
      this.#removed = { seen, era: registry.era, upTo: seen, slots: new Map() }
    const { slots } = this.#removed
    for (let revision = this.#removed.upTo + 1; revision <= registry.head; revision++) {
      if (registry.ledger.verbOf(revision) !== 'delete') continue
      const write = registry.writeAt(revision)
      if (write?.shelf !== this.#shelf) continue
      const { namespace, name } = (write.before as T).metadata
      const key = namespace === undefined ? name : `${namespace}/${name}`
      if (!slots.has(key)) slots.set(key, write.slot)
    }
    this.#removed.upTo = registry.head
    return slots
  }
}

const nothing: readonly never[] = []

/** Both are in order, and mostly there are few of the others. */
function withUnfiled(slots: readonly number[], unfiled: readonly number[]): readonly number[] {
  if (unfiled.length === 0) return slots
  const others = [...new Set(unfiled)].sort((a, b) => a - b)
  const all: number[] = []
  let next = 0
  for (const slot of slots) {
    for (; next < others.length && (others[next] as number) < slot; next++) all.push(others[next] as number)
    if (others[next] === slot) next++
    all.push(slot)
  }
  for (; next < others.length; next++) all.push(others[next] as number)
  return all
}

function isFiled(keys: string | readonly string[] | undefined, key: string): boolean {
  return keys === key || (Array.isArray(keys) && keys.includes(key))
}
