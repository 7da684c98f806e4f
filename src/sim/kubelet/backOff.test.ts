import { expect, it } from 'vitest'
import { afterTry, type BackOff, mayTryAt, noBackOff } from './backOff.ts'

const limits = { first: 100, longest: 3000 }

/** The waits after one failure upon the other, each try failing at once. */
function waits(count: number): number[] {
  let backOff: BackOff = noBackOff
  let now = 0
  return Array.from({ length: count }, () => {
    const tryAt = mayTryAt(backOff, now, limits)
    const wait = tryAt - now
    backOff = afterTry(backOff, now, tryAt, limits)
    now = tryAt
    return wait
  })
}

it('doubles from the first wait to the longest; the first failure waits for nothing', () => {
  expect(waits(9)).toEqual([0, 100, 200, 400, 800, 1600, 3000, 3000, 3000])
})

it('begins anew after a run of more than twice the longest wait', () => {
  const late = { wait: 1600, since: 10_000 }
  expect(mayTryAt(late, 16_000, limits)).toBe(17_600)
  expect(mayTryAt(late, 16_001, limits)).toBe(16_001)
  expect(afterTry(late, 16_001, 16_001, limits)).toEqual({ wait: 100, since: 16_001 })
})
