/**
 * Objects as they are stored: found by name or index, written with a new revision. Whether a write is allowed has
 * been decided before; here it happens.
 */
import type { Kind } from '../api/kind.ts'
import { kindId, kinds } from '../api/kinds/index.ts'
import type { ApiObject } from '../api/types/index.ts'
import { deepFreezeParts } from '../core/frozen.ts'
import { changed } from '../core/ledger.ts'
import type { State } from '../core/state.ts'
import type { Caller } from './caller.ts'
import { withMetadata, withRevision, withStatus } from './metadata.ts'

/** The kinds' places on the registry's shelves. */
export const shelves = kinds.map((kind, id) => ({
  id,
  indexes: kind.indexes ?? {},
  metadataIndexes: kind.metadataIndexes ?? [],
})) as ConstructorParameters<typeof State>[1]

/** A place in one of a kind's indexes. */
export interface Filed {
  readonly index: string
  readonly key: string
}

/** Some of many objects. `next`: the slot with which the next page begins; 0: there is none. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: number
}

export class Storage {
  readonly #state: State
  constructor(state: State) {
    this.#state = state
  }

  find<T extends ApiObject>(kind: Kind<T>, namespace: string, name: string): T | undefined {
    const slot = this.slot(kind, namespace, name)
    return slot === 0 ? undefined : (this.#state.registry.value(slot) as T)
  }

  /** 0: there is none. */
  slot(kind: Kind, namespace: string, name: string): number {
    return this.#state.registry.slotOf(kindId(kind), kind.namespaced ? namespace : '', name)
  }

  /** The newest version of an object that somebody has in hand: by its revision, which needs no name. */
  newest<T extends ApiObject>(kind: Kind<T>, object: T): T | undefined {
    const { registry } = this.#state
    const slot = registry.slotWritten(object)
    if (slot !== 0) return registry.value(slot) as T
    return this.find(kind, object.metadata.namespace ?? '', object.metadata.name)
  }

  /** In key order. */
  list<T extends ApiObject>(kind: Kind<T>, namespace?: string): readonly T[] {
    const { registry } = this.#state
    const names = registry.names(kindId(kind))
    const space = kind.namespaced ? namespace : ''
    const slots = space === undefined ? names.slots() : [...names.within(space).values()]
    return inKeyOrder(slots.map((slot) => registry.value(slot) as T))
  }

  count(kind: Kind, namespace?: string, filed?: Filed): number {
    const { registry } = this.#state
    const shelf = kindId(kind)
    if (filed !== undefined) return registry.index(shelf, filed.index).slots(filed.key).length
    const names = registry.names(shelf)
    return namespace === undefined || !kind.namespaced ? names.size : names.within(namespace).size
  }

  /** In creation order, from a slot on. */
  page<T extends ApiObject>(
    kind: Kind<T>,
    namespace: string | undefined,
    from: number,
    most: number,
    filed?: Filed,
  ): Page<T> {
    const { registry } = this.#state
    const shelf = kindId(kind)
    const slots = filed && registry.index(shelf, filed.index).slots(filed.key)
    const items: T[] = []
    const end = slots === undefined ? registry.slotCount + 1 : slots.length
    for (let i = slots === undefined ? from : 0; i < end; i++) {
      const slot = slots === undefined ? i : (slots[i] as number)
      if (slot < from) continue
      const object = registry.shelfOf(slot) === shelf ? (registry.value(slot) as T | undefined) : undefined
      if (object === undefined) continue
      if (namespace !== undefined && kind.namespaced && object.metadata.namespace !== namespace) continue
      if (items.length === most) return { items, next: slot }
      items.push(object)
    }
    return { items, next: 0 }
  }

  /** Those filed under `key`, in key order. */
  filed<T extends ApiObject>(kind: Kind<T>, index: string, key: string): readonly T[] {
    return inKeyOrder(this.byIndex(kind, index, key))
  }

  /** In creation order. */
  byIndex<T extends ApiObject>(kind: Kind<T>, index: string, key: string): readonly T[] {
    const { registry } = this.#state
    const slots = registry.index(kindId(kind), index).slots(key)
    return slots.map((slot) => registry.value(slot) as T)
  }

  /** `object`: its parts frozen. */
  insert<T extends ApiObject>(caller: Caller, kind: Kind<T>, object: T): T {
    const { registry, tick } = this.#state
    const stored = withMetadata(object, withRevision(object.metadata, registry.head + 1))
    return registry.create(tick, caller.actor, kindId(kind), stored, caller.cause) as T
  }

  /** `mask`: which parts differ from the stored object's (`changed`). A status is frozen by who hands it in. */
  write<T extends ApiObject>(caller: Caller, next: T, stored: T, mask: number): T {
    if ((mask & ~changed.status) !== 0) deepFreezeParts(next)
    return this.writeFrozen(caller, next, stored, mask)
  }

  /** `status`: frozen. */
  writeStatus<T extends ApiObject>(caller: Caller, stored: T, status: unknown): T {
    const { registry, tick } = this.#state
    const slot = registry.slotWritten(stored)
    const whole = withStatus(stored, withRevision(stored.metadata, registry.head + 1), status)
    return registry.update(tick, caller.actor, slot, whole, changed.status, caller.cause) as T
  }

  /** As `write`, of an object whose parts are frozen. */
  writeFrozen<T extends ApiObject>(caller: Caller, next: T, stored: T, mask: number): T {
    const { registry, tick } = this.#state
    const slot = registry.slotWritten(stored)
    const whole = withMetadata(next, withRevision(next.metadata, registry.head + 1))
    return registry.update(tick, caller.actor, slot, whole, mask, caller.cause) as T
  }

  remove(caller: Caller, stored: ApiObject): void {
    const { registry, tick } = this.#state
    registry.remove(tick, caller.actor, registry.slotWritten(stored), caller.cause)
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Each key is made once, not for every comparison. */
function inKeyOrder<T extends ApiObject>(objects: readonly T[]): readonly T[] {
  const keyed = objects.map((object) => ({ key: keyOf(object), object }))
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ object }) => object)
}

/** Lists are in the order of these. */
export function keyOf({ metadata }: ApiObject): string {
  return `${metadata.namespace}/${metadata.name}`
}
