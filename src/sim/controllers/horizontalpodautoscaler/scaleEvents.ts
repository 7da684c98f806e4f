/** What was scaled lately, for policies that count by period (storeScaleEvent in horizontal.go, Kubernetes v1.36). */
import type { ScalingRules } from '../../api/types/index.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'
import { isWithin } from './stabilization.ts'

export interface ScaleEvent {
  /** Pods added, or taken away. */
  readonly change: number
  readonly at: Tick
}

/** A new event takes the place of the last that no policy reaches any more. */
export function withScaleEvent(
  events: readonly ScaleEvent[],
  change: number,
  now: Tick,
  rules: ScalingRules,
): readonly ScaleEvent[] {
  const longest = longestPeriod(rules)
  const old = events.findLastIndex(({ at }) => !isWithin(at, now, longest))
  const made = { change, at: now }
  return old < 0 ? [...events, made] : events.with(old, made)
}

/** How much was changed within a policy's period. */
export function changeWithin(events: readonly ScaleEvent[], periodSeconds: number, now: Tick): number {
  const period = ticksOf(periodSeconds)
  return events.reduce((sum, { change, at }) => (isWithin(at, now, period) ? sum + change : sum), 0)
}

export function longestPeriod({ policies = [] }: ScalingRules): Tick {
  return ticksOf(Math.max(0, ...policies.map(({ periodSeconds }) => periodSeconds)))
}
