/**
 * A histogram of times whose buckets widen with them: sixteen to every doubling, so that a percentile is known to within a
 * sixteenth of itself (as G. Tene's HdrHistogram does with more of them). Only the span of buckets that was ever
 * hit is kept, for most servers know a few only.
 */

const subBits = 4
const subBuckets = 1 << subBits
/** About 36 minutes. */
const largest = 0x7fffffff

export interface Histogram {
  /** The bucket of the first count. */
  first: number
  counts: number[]
  total: number
}

export function emptyHistogram(): Histogram {
  return { first: 0, counts: [], total: 0 }
}

/** As new, but ready for the times it had before. */
export function clearHistogram(histogram: Histogram): void {
  histogram.counts.fill(0)
  histogram.total = 0
}

/** `bucket`: of the time, by `bucketOf`: several histograms may count one time. */
export function countBucket(histogram: Histogram, bucket: number): void {
  const { counts } = histogram
  const at = bucket - histogram.first
  if (at >= 0 && at < counts.length) counts[at] = (counts[at] as number) + 1
  else addToBucket(histogram, bucket, 1)
  histogram.total++
}

export function addHistogram(sum: Histogram, other: Histogram): void {
  other.counts.forEach((count, i) => {
    if (count > 0) addToBucket(sum, other.first + i, count)
  })
  sum.total += other.total
}

/** The time that a share (0 to 1) of all stays below, in microseconds; undefined where nothing was counted. */
export function percentile({ first, counts, total }: Histogram, share: number): number | undefined {
  if (total === 0) return undefined
  let left = share * total
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number
    if (count > 0 && left <= count) {
      const below = lowerBound(first + i)
      return below + ((lowerBound(first + i + 1) - below) * left) / count
    }
    left -= count
  }
  return lowerBound(first + counts.length)
}

export function bucketOf(micros: number): number {
  const value = micros < 0 ? 0 : micros > largest ? largest : Math.floor(micros)
  if (value < subBuckets) return value
  const exponent = 31 - Math.clz32(value)
  return ((exponent - subBits + 1) << subBits) + ((value >>> (exponent - subBits)) & (subBuckets - 1))
}

/** The smallest time of a bucket. */
export function lowerBound(bucket: number): number {
  if (bucket < subBuckets) return bucket
  const exponent = (bucket >>> subBits) + subBits - 1
  const sub = bucket & (subBuckets - 1)
  // A shift by 27 or more would reach the sign bit.
  return (subBuckets + sub) * (exponent - subBits < 27 ? 1 << (exponent - subBits) : 134_217_728)
}

function addToBucket(histogram: Histogram, bucket: number, count: number): void {
  const { counts } = histogram
  if (counts.length === 0) histogram.first = bucket
  while (bucket < histogram.first) {
    counts.unshift(0)
    histogram.first--
  }
  const at = bucket - histogram.first
  while (at >= counts.length) counts.push(0)
  counts[at] = (counts[at] as number) + count
}
