/** How a controller is written: what it watches, which keys that makes dirty, and how one key is reconciled. */
import type { Kind } from '../api/kind.ts'
import type { ApiObject } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import type { Client } from './client.ts'
import type { Change } from './component.ts'
import type { Engine } from './engine.ts'
import type { Lister } from './lister.ts'

/** What a watch handler may look at while it decides which keys to queue. */
export interface HandlerContext<M> {
  readonly memory: M
  readonly engine: Engine
  readonly tick: Tick
  lister<T extends ApiObject>(kind: Kind<T>): Lister<T>
  /** Queue a key later; the change is its cause. */
  enqueueAfter(key: string, ticks: Tick): void
}

export interface Watch<M> {
  readonly resource: Kind
  /**
   * Which parts of an object the handler looks at (`changed` in core/ledger.ts); it isn't told when only others have
   * changed. Of a status also what is new in it (`facets` of the kind). Creation and removal are always told. Absent: all.
   */
  readonly parts?: number
  /** The keys that a change makes dirty. May note things in memory (expectations). */
  enqueue(change: Change, context: HandlerContext<M>): readonly string[]
}

export interface ReconcileContext<M> extends HandlerContext<M> {
  readonly client: Client
  /** So many more reconciles fit into this tick, this one included. */
  readonly turnsLeft: number
  /** This reconcile was as much work as so many. */
  takeTurns(turns: number): void
}

/** `held`: the API budget or the tick is used up; the same key goes on next tick, before others. */
export type Outcome = 'held' | undefined | void

export interface Controller<M = unknown> {
  /** "replicaset-controller" */
  readonly name: string
  readonly watches: readonly Watch<M>[]
  /** Fresh memory, plain and serialisable. */
  memory(): M
  /** Brings one key closer to what is desired. Throwing a StatusError queues the key again with back-off. */
  reconcile(context: ReconcileContext<M>, key: string): Outcome
}

/** The commonest handler: the changed object's own key. */
export function itself(change: Change): readonly string[] {
  const { namespace, name } = ((change.after ?? change.before) as ApiObject).metadata
  return [namespace === undefined ? name : `${namespace}/${name}`]
}
