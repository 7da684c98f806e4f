import { expect, it } from 'vitest'
import { bucketOf } from './latency/histogram.ts'
import { causeIndex, served } from './outcome.ts'
import {
  count as countIn,
  failedOf,
  momentsOf,
  newCoarseTally,
  newTally,
  recentOf,
  type Tally,
} from './tally.ts'

const second = 1_000_000

function count(tally: Tally, at: number, outcome: number, time: number): void {
  countIn(tally, Math.floor(at / second), outcome, bucketOf(time))
}

it('tells rates and times of the last whole seconds', () => {
  const tally = newTally(0)
  for (let i = 0; i < 400; i++) count(tally, i * (second / 20), served, 10_000 + i)
  count(tally, 15.5 * second, causeIndex.refused, 0)
  const recent = recentOf(tally, 20 * second)
  expect(recent.rps).toBeCloseTo(20.1, 6)
  expect(recent.failedPerSecond).toBeCloseTo(0.1, 6)
  expect(Math.abs((recent.p95 as number) - 10.39)).toBeLessThan(0.6)
  expect([tally.served, failedOf(tally)]).toEqual([400, 1])
})

it('knows each second by itself', () => {
  const tally = newTally(0)
  for (let i = 0; i < 100; i++)
    count(tally, i * (second / 20), i % 20 === 3 ? causeIndex.reset : served, 5000)
  expect(momentsOf(tally, 3)).toMatchObject({ served: 19, failed: 1 })
  expect(momentsOf(tally, 7)).toBeUndefined()
})

it('looks no further back than its beginning', () => {
  const tally = newTally(100 * second)
  for (let i = 0; i < 30; i++) count(tally, 100 * second + i * (second / 10), served, 1)
  expect(recentOf(tally, 103 * second).rps).toBeCloseTo(10, 6)
})

it('forgets what is long over, and takes an outcome that comes late', () => {
  const tally = newTally(0)
  count(tally, 30 * second, served, 1)
  count(tally, 29.9 * second, served, 1)
  expect(recentOf(tally, 31 * second).rps).toBeCloseTo(0.2, 6)
  count(tally, 90 * second, served, 1)
  expect(recentOf(tally, 91 * second).rps).toBeCloseTo(0.1, 6)
  expect(recentOf(tally, 130 * second)).toMatchObject({ rps: 0, p50: undefined })
})

it('of five seconds a span tells the same rates', () => {
  const tally = newCoarseTally(0)
  for (let i = 0; i < 400; i++) count(tally, i * (second / 20), served, 10_000)
  expect(recentOf(tally, 20.3 * second).rps).toBeCloseTo(20, 6)
  expect(tally.spans).toHaveLength(4)
})
