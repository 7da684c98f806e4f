/**
 * What became of requests, counted: for ever by outcome, and second by second for the last ten, with their times. One
 * such tally for every load, Service, revision and pod.
 */

import { addHistogram, countTime, emptyHistogram, type Histogram, percentile } from './latency/histogram.ts'
import { causes, served } from './outcome.ts'

/** Seconds that rates and percentiles look back on. */
export const windowSeconds = 10

interface Second {
  second: number
  served: number
  failed: number
  times: Histogram
}

export interface Tally {
  served: number
  /** By the index of the cause. */
  failed: number[]
  recent: Second[]
}

export interface Recent {
  /** Requests a second that ended, over the window. */
  readonly rps: number
  readonly failedPerSecond: number
  /** Milliseconds; undefined where nothing was served. */
  readonly p50: number | undefined
  readonly p95: number | undefined
  readonly p99: number | undefined
}

export function newTally(): Tally {
  return { served: 0, failed: causes.map(() => 0), recent: [] }
}

/** `at`, `time`: microseconds. `outcome`: a cause's index, or `served`. */
export function count(tally: Tally, at: number, outcome: number, time: number): void {
  const now = secondAt(tally, Math.floor(at / 1_000_000))
  if (outcome === served) {
    tally.served++
    now.served++
    countTime(now.times, time)
  } else {
    tally.failed[outcome] = (tally.failed[outcome] as number) + 1
    now.failed++
  }
}

export function failedOf({ failed }: Tally): number {
  return failed.reduce((sum, number) => sum + number, 0)
}

/** The last whole seconds before `at`, ten of them at most; a tally younger than that has fewer. */
export function recentOf({ recent }: Tally, at: number): Recent {
  const end = Math.floor(at / 1_000_000)
  const seconds = recent.filter(({ second }) => second < end && second >= end - windowSeconds)
  const span = Math.max(1, end - Math.max(end - windowSeconds, oldest(recent)))
  const times = emptyHistogram()
  for (const one of seconds) addHistogram(times, one.times)
  const sum = (of: (second: Second) => number) => seconds.reduce((all, second) => all + of(second), 0)
  return {
    rps: sum(({ served, failed }) => served + failed) / span,
    failedPerSecond: sum(({ failed }) => failed) / span,
    ...percentilesOf(times),
  }
}

function percentilesOf(times: Histogram) {
  const millis = (share: number) => {
    const micros = percentile(times, share)
    return micros === undefined ? undefined : micros / 1000
  }
  return { p50: millis(0.5), p95: millis(0.95), p99: millis(0.99) }
}

function oldest(recent: readonly Second[]): number {
  return recent[0]?.second ?? 0
}

/** One second of late; undefined: nothing ended in it. */
export interface Moments {
  readonly served: number
  readonly failed: number
  /** Milliseconds. */
  readonly p50: number | undefined
  readonly p95: number | undefined
  readonly p99: number | undefined
}

export function momentsOf({ recent }: Tally, second: number): Moments | undefined {
  const one = recent.find((other) => other.second === second)
  return one && { served: one.served, failed: one.failed, ...percentilesOf(one.times) }
}

/** Outcomes come nearly in order: one may belong to a second that others have left behind. */
function secondAt({ recent }: Tally, second: number): Second {
  for (let i = recent.length - 1; i >= 0; i--) {
    const one = recent[i] as Second
    if (one.second === second) return one
    if (one.second < second) return insert(recent, i + 1, second)
  }
  return insert(recent, 0, second)
}

function insert(recent: Second[], at: number, second: number): Second {
  const one: Second = { second, served: 0, failed: 0, times: emptyHistogram() }
  recent.splice(at, 0, one)
  while ((recent[0] as Second).second < (recent.at(-1) as Second).second - windowSeconds) recent.shift()
  return one
}
