/** From what the metrics ask for to what is done: held back by the past, then by rates and bounds. */
import type { ScalingBehavior } from '../../api/types/index.ts'
import type { Tick } from '../../core/clock.ts'
import { type Bounded, boundedByRules, boundedPlainly, type Range } from './bounds.ts'
import { rulesOf, windowsOf } from './rules.ts'
import type { ScaleEvents } from './scalingRate.ts'
import {
  betweenBounds,
  highestOf,
  type Recommendation,
  type Stabilized,
  withRecommendation,
} from './stabilization.ts'

export type AbleReason = 'ReadyForNewScale' | 'ScaleUpStabilized' | 'ScaleDownStabilized'

export interface Normalized {
  readonly replicas: number
  readonly stabilized: Stabilized
  readonly able: AbleReason
  readonly bounded: Bounded
  /** The recommendations to remember, the new one included. */
  readonly recommendations: readonly Recommendation[]
}

export interface Past {
  readonly recommendations: readonly Recommendation[]
  readonly events: ScaleEvents
  readonly now: Tick
  /** --horizontal-pod-autoscaler-downscale-stabilization */
  readonly downscaleWindow: Tick
}

export const ableMessages: Readonly<Record<AbleReason, string>> = {
  ReadyForNewScale: 'recommended size matches current size',
  ScaleUpStabilized:
    'recent recommendations were lower than current one, applying the lowest recent recommendation',
  ScaleDownStabilized:
    'recent recommendations were higher than current one, applying the highest recent recommendation',
}

export function normalize(
  desired: number,
  range: Range,
  behavior: ScalingBehavior | undefined,
  past: Past,
): Normalized {
  return behavior === undefined ? plainly(desired, range, past) : byRules(desired, range, behavior, past)
}

function plainly(desired: number, range: Range, past: Past): Normalized {
  const { recommendations, now, downscaleWindow: window } = past
  const stabilized = highestOf(recommendations, desired, now, window)
  const bounded = boundedPlainly(stabilized.replicas, range)
  return {
    replicas: bounded.replicas,
    stabilized,
    able: stabilized.replicas === desired ? 'ReadyForNewScale' : 'ScaleDownStabilized',
    bounded,
    recommendations: withRecommendation(recommendations, desired, now, window),
  }
}

function byRules(desired: number, range: Range, behavior: ScalingBehavior, past: Past): Normalized {
  const { recommendations, now, events } = past
  const rules = rulesOf(behavior)
  const windows = windowsOf(rules, past.downscaleWindow)
  const stabilized = betweenBounds(recommendations, range.current, desired, now, windows)
  const bounded = boundedByRules(stabilized.replicas, range, rules, events, now)
  const longest = Math.max(windows.up, windows.down)
  return {
    replicas: bounded.replicas,
    stabilized,
    able: ableReason(desired, range.current, stabilized),
    bounded,
    recommendations: withRecommendation(recommendations, desired, now, longest),
  }
}

function ableReason(desired: number, current: number, { replicas }: Stabilized): AbleReason {
  if (replicas === desired) return 'ReadyForNewScale'
  return desired >= current ? 'ScaleUpStabilized' : 'ScaleDownStabilized'
}
