/** How far policies let a workload go at once (calculateScale…LimitWithScalingRules in horizontal.go, Kubernetes v1.36). */
import type { ScalingPolicy, ScalingRules } from '../../api/types/index.ts'
import type { Tick } from '../../core/clock.ts'
import { changeWithin, type ScaleEvent } from './scaleEvents.ts'

export interface ScaleEvents {
  readonly up: readonly ScaleEvent[]
  readonly down: readonly ScaleEvent[]
}

export interface Limit {
  readonly replicas: number
  /** The policy that decided, and the size at the beginning of its period; absent: nothing may change at all. */
  readonly policy?: ScalingPolicy
  readonly periodStart?: number
}

export function growthLimit(current: number, rules: ScalingRules, events: ScaleEvents, now: Tick): Limit {
  const limit = chosen(current, rules, events, now, grown, (a, b) => a > b)
  return limit.replicas < current ? { ...limit, replicas: current } : limit
}

export function shrinkLimit(current: number, rules: ScalingRules, events: ScaleEvents, now: Tick): Limit {
  const limit = chosen(current, rules, events, now, shrunk, (a, b) => a < b)
  return limit.replicas > current ? { ...limit, replicas: current } : limit
}

function chosen(
  current: number,
  { selectPolicy, policies = [] }: ScalingRules,
  events: ScaleEvents,
  now: Tick,
  reach: (start: number, policy: ScalingPolicy) => number,
  isFarther: (a: number, b: number) => boolean,
): Limit {
  if (selectPolicy === 'Disabled') return { replicas: current }
  let best: Limit | undefined
  for (const policy of policies) {
    const added = changeWithin(events.up, policy.periodSeconds, now)
    const removed = changeWithin(events.down, policy.periodSeconds, now)
    const periodStart = current - added + removed
    const replicas = reach(periodStart, policy)
    const isBetter =
      best === undefined ||
      (selectPolicy === 'Min' ? isFarther(best.replicas, replicas) : isFarther(replicas, best.replicas))
    if (isBetter) best = { replicas, policy, periodStart }
  }
  return best ?? { replicas: current }
}

function grown(start: number, { type, value }: ScalingPolicy): number {
  return type === 'Pods' ? start + value : Math.ceil(start * (1 + value / 100))
}

function shrunk(start: number, { type, value }: ScalingPolicy): number {
  return type === 'Pods' ? start - value : Math.trunc(start * (1 - value / 100))
}
