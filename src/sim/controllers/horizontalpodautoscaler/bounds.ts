/** The last word on a size: how fast it may change, then the least and the most (horizontal.go, Kubernetes v1.36). */
import type { Tick } from '../../core/clock.ts'
import type { Rules } from './rules.ts'
import { growthLimit, type Limit, type ScaleEvents, shrinkLimit } from './scalingRate.ts'

export type BoundReason =
  | 'DesiredWithinRange'
  | 'TooFewReplicas'
  | 'TooManyReplicas'
  | 'ScaleUpLimit'
  | 'ScaleDownLimit'

export interface Bounded {
  readonly replicas: number
  readonly reason: BoundReason
  /** The rate that held it back, where one did. */
  readonly limit?: Limit
}

export interface Range {
  readonly current: number
  readonly min: number
  readonly max: number
}

export const boundMessages: Readonly<Record<BoundReason, string>> = {
  DesiredWithinRange: 'the desired count is within the acceptable range',
  TooFewReplicas: 'the desired replica count is less than the minimum replica count',
  TooManyReplicas: 'the desired replica count is more than the maximum replica count',
  ScaleUpLimit: 'the desired replica count is increasing faster than the maximum scale rate',
  ScaleDownLimit: 'the desired replica count is decreasing faster than the maximum scale rate',
}

/** Without a behaviour a workload at most doubles at once, or grows to four. */
const leastLimit = 4

export function boundedPlainly(desired: number, { current, min, max }: Range): Bounded {
  const limit = Math.max(2 * current, leastLimit)
  if (desired < min) return { replicas: min, reason: 'TooFewReplicas' }
  if (desired <= Math.min(max, limit)) return { replicas: desired, reason: 'DesiredWithinRange' }
  return max > limit
    ? { replicas: limit, reason: 'ScaleUpLimit', limit: { replicas: limit } }
    : { replicas: max, reason: 'TooManyReplicas' }
}

export function boundedByRules(
  desired: number,
  { current, min, max }: Range,
  { scaleUp, scaleDown }: Rules,
  events: ScaleEvents,
  now: Tick,
): Bounded {
  if (desired > current) {
    const limit = growthLimit(current, scaleUp, events, now)
    if (desired > Math.min(max, limit.replicas))
      return max > limit.replicas
        ? { replicas: limit.replicas, reason: 'ScaleUpLimit', limit }
        : { replicas: max, reason: 'TooManyReplicas' }
  }
  if (desired < current) {
    const limit = shrinkLimit(current, scaleDown, events, now)
    if (desired < Math.max(min, limit.replicas))
      return min < limit.replicas
        ? { replicas: limit.replicas, reason: 'ScaleDownLimit', limit }
        : { replicas: min, reason: 'TooFewReplicas' }
  }
  return { replicas: desired, reason: 'DesiredWithinRange' }
}
