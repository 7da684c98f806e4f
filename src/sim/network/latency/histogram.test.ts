import { describe, expect, it } from 'vitest'
import {
  addHistogram,
  bucketOf,
  countBucket,
  emptyHistogram,
  type Histogram,
  lowerBound,
  percentile,
} from './histogram.ts'

describe('buckets', () => {
  it.each([
    [0, 0],
    [15.9, 15],
    [16, 16],
    [31, 31],
    [32, 32],
    [33, 32],
    [34, 33],
    [1000, 111],
    [1e12, 447],
  ])('%d µs falls into bucket %i', (micros, bucket) => {
    expect(bucketOf(micros)).toBe(bucket)
  })

  it('follow one another without a gap', () => {
    for (let bucket = 0; bucket < 447; bucket++) {
      expect(bucketOf(lowerBound(bucket))).toBe(bucket)
      expect(bucketOf(lowerBound(bucket + 1) - 1)).toBe(bucket)
    }
  })
})

function countTime(histogram: Histogram, micros: number): void {
  countBucket(histogram, bucketOf(micros))
}

describe('percentiles', () => {
  it('are within a sixteenth of the true ones', () => {
    const times = Array.from({ length: 1000 }, (_, i) => 500 + i * i * 0.7)
    const histogram = emptyHistogram()
    for (const time of times.toReversed()) countTime(histogram, time)
    for (const share of [0.5, 0.95, 0.99]) {
      const exact = times[Math.ceil(share * 1000) - 1] as number
      expect(Math.abs((percentile(histogram, share) as number) - exact) / exact).toBeLessThan(1 / 16)
    }
  })

  it('of a sum are those of all its times', () => {
    const whole = emptyHistogram()
    const sum = emptyHistogram()
    for (const part of [[5, 900_000], [12], [70_000, 3]]) {
      const histogram = emptyHistogram()
      for (const time of part) {
        countTime(histogram, time)
        countTime(whole, time)
      }
      addHistogram(sum, histogram)
    }
    expect(sum).toEqual(whole)
  })

  it('of nothing are nothing', () => {
    expect(percentile(emptyHistogram(), 0.5)).toBeUndefined()
  })
})
