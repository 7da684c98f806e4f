/** What the node lifecycle controller remembers between its passes. */
import type { ObjectMeta } from '../../api/types/index.ts'
import type { HandlerContext, ReconcileContext } from '../../client/controller.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'
import type { ZoneState } from './zoneState.ts'

export interface Zone {
  state: ZoneState
  /** Nodes a second that may get their NoExecute taint. */
  rate: number
  /** When the next one may. */
  next: Tick
  /** Nodes that wait for it, first come first served. */
  readonly queue: string[]
}

export interface Memory {
  /** Nodes the controller has registered, as they were then. */
  readonly known: Map<string, Pick<ObjectMeta, 'uid' | 'resourceVersion'>>
  /** Nodes that are not heard of, and the tick of the pass that saw their last sign of life. */
  readonly silent: Map<string, Tick>
  /** By zone key. */
  readonly zones: Map<string, Zone>
  /** Nodes that were in a zone's queue and have not been ready since. */
  readonly queued: Set<string>
  /** The tick of the pass that is set; 0: none. */
  armed: Tick
}

export type Handler = HandlerContext<Memory>
export type Context = ReconcileContext<Memory>

/** The controller looks at its nodes every five seconds, and began 1.7 s after the cluster's first second. */
const firstPass = ticksOf(1.7)

export const passKey = 'pass'

/** The first pass at or after a tick. */
export function passFrom(tick: Tick, period: Tick): Tick {
  const offset = firstPass % period
  return Math.max(0, Math.ceil((tick - offset) / period)) * period + offset
}

/** Sees to it that there is a pass at the first opportunity from `tick` on. While all is well there are none. */
export function armPass({ memory, engine, tick: now, enqueueAfter }: Handler, tick: Tick): void {
  const pass = passFrom(Math.max(tick, now + 1), engine.profile.nodeMonitorPeriod)
  if (memory.armed > now && memory.armed <= pass) return
  memory.armed = pass
  enqueueAfter(passKey, pass - now)
}
