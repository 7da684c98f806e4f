/** A pool that did not bring what it was asked for is left alone, longer every time (clusterstate/utils, 1.36). */
import type { Tick } from '../../core/clock.ts'

export interface BackOff {
  readonly until: Tick
  readonly lasts: Tick
  readonly failedAt: Tick
}

export interface BackOffLimits {
  readonly backOff: Tick
  readonly backOffMax: Tick
  readonly backOffReset: Tick
}

/** After a failure now. One that comes while the pool is left alone changes nothing. */
export function backedOff(before: BackOff | undefined, now: Tick, limits: BackOffLimits): BackOff {
  if (before === undefined || isStale(before, now, limits)) {
    return { until: now + limits.backOff, lasts: limits.backOff, failedAt: now }
  }
  if (now < before.until) return { ...before, failedAt: now }
  const lasts = Math.min(before.lasts * 2, limits.backOffMax)
  return { until: now + lasts, lasts, failedAt: now }
}

/** Nothing has gone wrong for so long that it is forgotten. */
export function isStale({ failedAt }: BackOff, now: Tick, { backOffReset }: BackOffLimits): boolean {
  return failedAt + backOffReset < now
}

export function isBackedOff(backOff: BackOff | undefined, now: Tick): boolean {
  return backOff !== undefined && now < backOff.until
}
