/**
 * Past recommendations hold a new one back (horizontal.go, Kubernetes v1.36): a workload shrinks to the most that was
 * asked for lately, and grows to the least.
 *
 * The real loop comes round a little later each time, so what is exactly one window old is past.
 */
import type { Tick } from '../../core/clock.ts'

/** What the metrics asked for, before anything held it back. */
export interface Recommendation {
  readonly replicas: number
  readonly at: Tick
}

export interface Stabilized {
  readonly replicas: number
  /** The past recommendation that decided; absent: the new one stands. */
  readonly by?: Recommendation
}

/** Without a behaviour only shrinking is held back. */
export function highestOf(
  past: readonly Recommendation[],
  desired: number,
  now: Tick,
  window: Tick,
): Stabilized {
  return extreme(past, desired, now, window, (a, b) => a > b)
}

export interface Windows {
  readonly up: Tick
  readonly down: Tick
}

/** With a behaviour the present size moves as little as both windows allow. */
export function betweenBounds(
  past: readonly Recommendation[],
  current: number,
  desired: number,
  now: Tick,
  windows: Windows,
): Stabilized {
  const least = extreme(past, desired, now, windows.up, (a, b) => a < b)
  const most = extreme(past, desired, now, windows.down, (a, b) => a > b)
  const raised = current < least.replicas ? least : { replicas: current }
  const replicas = Math.min(raised.replicas, most.replicas)
  if (replicas === desired) return { replicas }
  const by = desired >= current ? least.by : most.by
  return by === undefined ? { replicas } : { replicas, by }
}

/** The new recommendation takes the place of the last that no window reaches any more. */
export function withRecommendation(
  past: readonly Recommendation[],
  desired: number,
  now: Tick,
  longest: Tick,
): readonly Recommendation[] {
  const made = { replicas: desired, at: now }
  const old = past.findLastIndex(({ at }) => !isWithin(at, now, longest))
  return old < 0 ? [...past, made] : past.with(old, made)
}

function extreme(
  past: readonly Recommendation[],
  desired: number,
  now: Tick,
  window: Tick,
  goesBefore: (a: number, b: number) => boolean,
): Stabilized {
  let found: Stabilized = { replicas: desired }
  for (const one of past)
    if (isWithin(one.at, now, window) && goesBefore(one.replicas, found.replicas))
      found = { replicas: one.replicas, by: one }
  return found
}

export function isWithin(at: Tick, now: Tick, window: Tick): boolean {
  return at > now - window
}
