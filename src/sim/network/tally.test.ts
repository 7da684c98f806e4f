import { expect, it } from 'vitest'
import { causeIndex, served } from './outcome.ts'
import { count, failedOf, newTally, recentOf } from './tally.ts'

const second = 1_000_000

it('tells rates and times of the last whole seconds', () => {
  const tally = newTally()
  for (let i = 0; i < 400; i++) count(tally, i * (second / 20), served, 10_000 + i)
  count(tally, 15.5 * second, causeIndex.refused, 0)
  const recent = recentOf(tally, 20 * second)
  expect(recent.rps).toBeCloseTo(20.1, 6)
  expect(recent.failedPerSecond).toBeCloseTo(0.1, 6)
  expect(Math.abs((recent.p95 as number) - 10.39)).toBeLessThan(0.6)
  expect([tally.served, failedOf(tally)]).toEqual([400, 1])
})

it('looks no further back than its first second', () => {
  const tally = newTally()
  for (let i = 0; i < 30; i++) count(tally, 100 * second + i * (second / 10), served, 1)
  expect(recentOf(tally, 103 * second).rps).toBeCloseTo(10, 6)
})

it('forgets what is long over, and takes an outcome that comes late', () => {
  const tally = newTally()
  count(tally, 30 * second, served, 1)
  count(tally, 29 * second, served, 1)
  expect(tally.recent.map((one) => one.second)).toEqual([29, 30])
  count(tally, 60 * second, served, 1)
  expect(tally.recent.map((one) => one.second)).toEqual([60])
  expect(recentOf(tally, 90 * second)).toMatchObject({ rps: 0, p50: undefined })
})
