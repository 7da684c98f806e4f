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
import { withMetadata, withRevision } from './metadata.ts'

/** The kinds' places on the registry's shelves. */
export const shelves = kinds.map((kind, id) => ({
  id,
  indexes: kind.indexes ?? {},
})) as ConstructorParameters<typeof State>[1]

export class Storage {
  readonly #state: State
  readonly #lastFound: { kind: Kind | undefined; namespace: string; name: string; slot: number } = {
    kind: undefined,
    namespace: '',
    name: '',
    slot: 0,
  }

  constructor(state: State) {
    this.#state = state
  }

  find<T extends ApiObject>(kind: Kind<T>, namespace: string, name: string): T | undefined {
    const slot = this.slot(kind, namespace, name)
    return slot === 0 ? undefined : (this.#state.registry.value(slot) as T)
  }

  /** 0: there is none. A verb asks for the same object several times in a row, so the last answer is kept. */
  slot(kind: Kind, namespace: string, name: string): number {
    const { registry } = this.#state
    const last = this.#lastFound
    if (last.name === name && last.namespace === namespace && last.kind === kind) {
      // A step back in time may have given the slot to another object.
      const metadata =
        registry.shelfOf(last.slot) === kindId(kind) ? registry.value(last.slot)?.metadata : undefined
      if (metadata?.name === name && (metadata.namespace ?? namespace) === namespace) return last.slot
    }
    const slot = registry.slotNamed(kindId(kind), kind.namespaced ? `${namespace}/${name}` : name)
    if (slot !== 0) {
      last.kind = kind
      last.namespace = namespace
      last.name = name
      last.slot = slot
    }
    return slot
  }

  /** In key order. */
  list<T extends ApiObject>(kind: Kind<T>, namespace?: string): readonly T[] {
    const names = this.#state.registry.names(kindId(kind))
    const prefix = kind.namespaced && namespace !== undefined ? `${namespace}/` : ''
    const keys = [...names.keys()].filter((key) => key.startsWith(prefix)).sort(byText)
    return keys.map((key) => this.#state.registry.value(names.get(key) as number) as T)
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
  write<T extends ApiObject>(caller: Caller, kind: Kind<T>, next: T, stored: T, mask: number): T {
    const { registry, tick } = this.#state
    const slot = this.slot(kind, stored.metadata.namespace ?? '', stored.metadata.name)
    const whole = withMetadata(next, withRevision(next.metadata, registry.head + 1))
    const frozen = (mask & ~changed.status) === 0 ? whole : deepFreezeParts(whole)
    return registry.update(tick, caller.actor, slot, frozen, mask, caller.cause) as T
  }

  remove(caller: Caller, kind: Kind, stored: ApiObject): void {
    const slot = this.slot(kind, stored.metadata.namespace ?? '', stored.metadata.name)
    this.#state.registry.remove(this.#state.tick, caller.actor, slot, caller.cause)
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
