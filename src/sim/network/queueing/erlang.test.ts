import { expect, it } from 'vitest'
import { erlangB, erlangC, meanWait, meanWaitOfConstantService } from './erlang.ts'

/** The sums that define the formulas, for small numbers. */
function erlangCBySum(servers: number, load: number): number {
  let term = 1
  let sum = 0
  for (let n = 0; n < servers; n++) {
    sum += term
    term = (term * load) / (n + 1)
  }
  const waiting = (term * servers) / (servers - load)
  return waiting / (sum + waiting)
}

it.each([
  [1, 0.5],
  [1, 0.9],
  [2, 1.2],
  [8, 7],
  [20, 13.5],
])('Erlang C of %i servers under a load of %d is what its sums give', (servers, load) => {
  expect(erlangC(servers, load)).toBeCloseTo(erlangCBySum(servers, load), 12)
})

it('knows the textbook cases', () => {
  expect(erlangB(1, 1)).toBe(0.5)
  expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12)
  expect(meanWait(1, 0.8)).toBeCloseTo(4, 12)
  expect(meanWaitOfConstantService(0.8)).toBeCloseTo(2, 12)
})

it('has no end to the wait where more arrives than can be served', () => {
  expect(erlangC(3, 3)).toBe(1)
  expect(meanWait(3, 3.5)).toBe(Number.POSITIVE_INFINITY)
  expect(meanWaitOfConstantService(1)).toBe(Number.POSITIVE_INFINITY)
})
