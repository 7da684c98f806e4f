/** What the autoscaler remembers from one look at the cluster to the next. */
import type { ReconcileContext } from '../../client/controller.ts'
import type { Tick } from '../../core/clock.ts'
import type { BackOff } from './backOff.ts'
import type { LastScaleUp, NodeVerdict } from './decisions.ts'

/** Machines that were asked for and have not all become nodes. */
export interface Request {
  readonly since: Tick
  readonly until: Tick
  readonly increase: number
}

/** A node on its way out. */
export interface Removal {
  readonly pool: string
  readonly drains: boolean
  /** When it began to be drained; undefined: its taint is to be seen by everybody first. */
  readonly drainedSince?: Tick
  /** Pods whose eviction is accepted: "namespace/name". */
  readonly evicted: readonly string[]
}

export interface Memory {
  /** When it looks next. Timers of earlier runs come at other times and mean nothing. */
  nextLook: Tick
  readonly requests: Map<string, Request>
  readonly backOffs: Map<string, BackOff>
  /** Machines that are no nodes, and since when that has been seen. */
  readonly unregistered: Map<string, Tick>
  /** Nodes that nobody needs, and since when. */
  readonly unneeded: Map<string, Tick>
  /** Nodes that could not go, until when they are not looked at again. */
  readonly unremovable: Map<string, Tick>
  readonly removals: Map<string, Removal>
  lastScaleUp: Tick | undefined
  lastDelete: Tick | undefined
  lastFailure: Tick | undefined
  /** What the last look made of each node of a pool. */
  verdicts: Map<string, NodeVerdict>
  /** How the last pods that fitted nowhere were dealt with. */
  scaleUp: LastScaleUp | undefined
}

export type Context = ReconcileContext<Memory>

export function newMemory(): Memory {
  return {
    nextLook: 0,
    requests: new Map(),
    backOffs: new Map(),
    unregistered: new Map(),
    unneeded: new Map(),
    unremovable: new Map(),
    removals: new Map(),
    lastScaleUp: undefined,
    lastDelete: undefined,
    lastFailure: undefined,
    verdicts: new Map(),
    scaleUp: undefined,
  }
}
