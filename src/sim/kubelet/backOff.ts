/**
 * The kubelet's exponential back-off (client-go util/flowcontrol/backoff.go, v1.36): every try doubles the wait that
 * follows it, from the first wait up to the longest; twice the longest wait without a failure starts it anew.
 */
import type { Tick } from '../core/clock.ts'

export interface BackOff {
  /** The wait after the next failure; 0: there was no try yet. */
  readonly wait: Tick
  /** When the wait was last set, by a try. */
  readonly since: Tick
}

export interface BackOffLimits {
  readonly first: Tick
  readonly longest: Tick
}

export const noBackOff: BackOff = Object.freeze({ wait: 0, since: 0 })

/** After a failure at `failedAt`: the tick from which on one may try again, which may be at once. */
export function mayTryAt(backOff: BackOff, failedAt: Tick, limits: BackOffLimits): Tick {
  return isFresh(backOff, failedAt, limits) ? failedAt : failedAt + backOff.wait
}

/** The back-off once another try is made at `now`, after a failure at `failedAt`. */
export function afterTry(backOff: BackOff, failedAt: Tick, now: Tick, limits: BackOffLimits): BackOff {
  const wait = isFresh(backOff, failedAt, limits) ? limits.first : Math.min(backOff.wait * 2, limits.longest)
  return Object.freeze({ wait, since: now })
}

function isFresh(backOff: BackOff, failedAt: Tick, limits: BackOffLimits): boolean {
  return backOff.wait === 0 || failedAt - backOff.since > 2 * limits.longest
}
