/** A part of the cluster that watches the API and acts: a controller, the scheduler, the kubelets. */
import type { Kind } from '../api/kind.ts'
import type { ApiObject } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import type { Cause } from '../core/ledger.ts'
import type { Timer } from '../core/timers.ts'

/** One watch event. `before` absent: created (or first listed); `after` absent: deleted. */
export interface Change<T extends ApiObject = ApiObject> {
  readonly revision: number
  /** The write as the cause of what follows from it. */
  readonly cause: Cause
  readonly slot: number
  readonly kind: Kind<T>
  readonly before: T | undefined
  readonly after: T | undefined
}

/** What a component shows of itself. No part of the world: it is neither saved nor hashed. */
export interface Face {
  /** Pieces of work done since this world was made. */
  readonly turns: number
  /** Keys that wait for their turn. */
  readonly waiting: number
  /** The first few of them, in the order in which they will be taken. */
  keys(most: number): readonly string[]
  /** Whether this key waits. */
  holds(key: string): boolean
}

/** What a component is about to do with an object, and when it goes on by itself. For showing. */
export interface Doing {
  readonly what: 'pull' | 'back-off' | 'start' | 'probe' | 'stop'
  readonly until?: Tick
}

export interface Component {
  /** As it appears in `by`: "replicaset-controller". */
  readonly name: string
  readonly watches: readonly Kind[]
  /** It is no part of the control plane: it goes on when the API server doesn't answer. */
  readonly standsAlone?: boolean
  /** Which parts of a watched kind's objects matter (`changed` in core/ledger.ts). Absent: all. */
  partsOf?(kind: Kind): number
  /** The revision up to which it has been told everything. Set by the watch delivery. */
  seen: number
  /** Told of every change of a watched kind, in order, before `work` of the same tick. Only notes what is to do. */
  observe(change: Change): void
  /** A timer that it set (`state.timers.set`, owner = its name) has come due. */
  fire(timer: Timer): void
  /** Does this tick's work. */
  work(): void
  /** Pieces of work that want the next tick; 0: it may sleep until something changes or a timer fires. */
  readonly backlog: number
  /** Absent: it shows nothing. */
  readonly face?: Face
  /** Undefined: nothing with the object in this slot. */
  doing?(slot: number): Doing | undefined
  /** Plain, copied memory; `load` takes it back and rebuilds what is derived from the registry. */
  save(): unknown
  load(saved: unknown): void
  /** The process starts anew: memory is lost. Every object of the watched kinds is observed afterwards. */
  restart(): void
}
