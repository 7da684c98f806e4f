import type { LabelSelector } from '../../api/types/index.ts'
import type { ReconcileContext } from '../../client/controller.ts'
import type { Tick } from '../../core/clock.ts'
import { deepFreeze } from '../../core/frozen.ts'
import type { Counting } from './counting.ts'
import type { Decision } from './decision.ts'
import type { ScaleEvent } from './scaleEvents.ts'
import type { Recommendation } from './stabilization.ts'

/** Everything by "namespace/name" of an autoscaler. */
export interface Memory {
  readonly recommendations: Map<string, readonly Recommendation[]>
  readonly grown: Map<string, readonly ScaleEvent[]>
  readonly shrunk: Map<string, readonly ScaleEvent[]>
  /** Whom each scales; null: it has not found out yet. */
  readonly selectors: Map<string, LabelSelector | null>
  /** When each is looked at next. */
  readonly due: Map<string, Tick>
  /** Decisions, newest last. */
  readonly decisions: Map<string, readonly Decision[]>
  /** Looks that go on in the next tick; absent: none does. */
  counting?: Map<string, Counting>
}

export type Context = ReconcileContext<Memory>

/** Decisions remembered of each autoscaler. */
const mostDecisions = 100

export function freshMemory(): Memory {
  return {
    recommendations: new Map(),
    grown: new Map(),
    shrunk: new Map(),
    selectors: new Map(),
    due: new Map(),
    decisions: new Map(),
  }
}

export function forget(memory: Memory, key: string): void {
  for (const part of Object.values(memory) as Map<string, unknown>[]) part.delete(key)
}

/** The look is over. */
export function endCounting(memory: Memory, key: string): void {
  if (memory.counting?.delete(key) && memory.counting.size === 0) delete memory.counting
}

export function note({ decisions }: Memory, key: string, decision: Decision): void {
  const earlier = decisions.get(key) ?? []
  decisions.set(key, Object.freeze([...earlier.slice(1 - mostDecisions), deepFreeze(decision)]))
}
