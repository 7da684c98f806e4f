/**
 * What became of requests, counted: for ever by outcome, and of late, with their times. The recent past is kept in spans of
 * a second or more that are used again in turn, so that counting makes nothing new. One tally for every load,
 * every revision of a Service and every pod.
 */
import {
  addHistogram,
  clearHistogram,
  countBucket,
  emptyHistogram,
  type Histogram,
  percentile,
} from './latency/histogram.ts'
import { causes, served } from './outcome.ts'

/** Seconds that rates and percentiles look back on. */
export const windowSeconds = 10

interface Span {
  /** Which span since the world began: spans of five seconds are numbered 0, 1, 2 … */
  index: number
  served: number
  failed: number
  readonly times: Histogram
}

export interface Tally {
  served: number
  /** By the index of the cause. */
  readonly failed: number[]
  /** Seconds in a span. */
  readonly length: number
  /** When it was made: nothing is known of the time before. Microseconds. */
  readonly since: number
  /** In turn: span number i is in place i modulo their number. */
  readonly spans: Span[]
}

export interface Percentiles {
  /** Milliseconds; undefined where nothing was served. */
  readonly p50: number | undefined
  readonly p95: number | undefined
  readonly p99: number | undefined
}

export interface Recent extends Percentiles {
  /** Requests a second that ended, over the window. */
  readonly rps: number
  readonly failedPerSecond: number
}

/** One second. */
export interface Moments extends Percentiles {
  readonly served: number
  readonly failed: number
}

/** Keeps each of the last ten seconds apart: what charts and conditions go by. */
export function newTally(since: number): Tally {
  return tallyOf(since, 1)
}

/** Keeps spans of five seconds: enough for the thousands there may be of pods. */
export function newCoarseTally(since: number): Tally {
  return tallyOf(since, 5)
}

function tallyOf(since: number, length: number): Tally {
  const spans = Array.from({ length: windowSeconds / length + 2 }, () => ({
    index: -1,
    served: 0,
    failed: 0,
    times: emptyHistogram(),
  }))
  return { served: 0, failed: causes.map(() => 0), length, since, spans }
}

/** `outcome`: a cause's index, or `served`. `bucket`: of the time it took, by `bucketOf`. */
export function count(tally: Tally, second: number, outcome: number, bucket: number): void {
  const span = spanAt(tally, tally.length === 1 ? second : Math.floor(second / tally.length))
  if (outcome === served) {
    tally.served++
    span.served++
    countBucket(span.times, bucket)
  } else {
    tally.failed[outcome] = (tally.failed[outcome] as number) + 1
    span.failed++
  }
}

export function failedOf({ failed }: Tally): number {
  return failed.reduce((sum, number) => sum + number, 0)
}

/** The last whole spans before `at`, ten seconds at most; a younger tally looks back to its beginning. */
export function recentOf(tally: Tally, at: number): Recent {
  const { spans, length, since } = tally
  const end = Math.floor(at / 1_000_000 / length)
  const first = end - windowSeconds / length
  const times = emptyHistogram()
  let [good, bad] = [0, 0]
  for (const span of spans) {
    if (span.index < first || span.index >= end) continue
    good += span.served
    bad += span.failed
    addHistogram(times, span.times)
  }
  const seconds = Math.max(1, Math.min(windowSeconds, end * length - since / 1_000_000))
  return { rps: (good + bad) / seconds, failedPerSecond: bad / seconds, ...percentilesOf(times) }
}

/** Whether nothing has been counted in it that `recentOf` looks back on at this second, or will later. */
export function isSilent({ spans, length }: Tally, second: number): boolean {
  return spans.every(({ index }) => (index + 1) * length + windowSeconds <= second)
}

/** One second of late, of a tally that keeps seconds; undefined: nothing ended in it. */
export function momentsOf({ spans }: Tally, second: number): Moments | undefined {
  const span = spans.find(({ index }) => index === second)
  return span && { served: span.served, failed: span.failed, ...percentilesOf(span.times) }
}

function percentilesOf(times: Histogram): Percentiles {
  const millis = (share: number) => {
    const micros = percentile(times, share)
    return micros === undefined ? undefined : micros / 1000
  }
  return { p50: millis(0.5), p95: millis(0.95), p99: millis(0.99) }
}

/** Outcomes come nearly in order. One that comes when its span is in use again counts in the one there is. */
function spanAt({ spans }: Tally, index: number): Span {
  const span = spans[index % spans.length] as Span
  if (span.index < index) {
    span.index = index
    span.served = 0
    span.failed = 0
    clearHistogram(span.times)
  }
  return span
}
