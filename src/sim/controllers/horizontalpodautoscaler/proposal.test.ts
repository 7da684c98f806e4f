import { describe, expect, it } from 'vitest'
import { averageMeasure, utilizationMeasure } from './measure.ts'
import { add, emptyTally } from './podTally.ts'
import { proposeForPods, proposeForShare, proposeForValue } from './proposal.ts'
import { isTolerated, tolerancesOf } from './tolerance.ts'
import { Unmeasurable } from './unmeasurable.ts'

const tolerances = { up: 0.1, down: 0.1 }
const request = 100

/** Pods with these readings; others are unready or missing. */
function propose(
  values: readonly number[],
  others: { unready?: number; missing?: number } = {},
  targetPercent = 50,
) {
  const { unready = 0, missing = 0 } = others
  const measure = utilizationMeasure(targetPercent)
  const tally = emptyTally()
  for (const value of values) add(tally.ready, value, request)
  for (let i = 0; i < unready; i++) add(tally.unready, 0, request)
  for (let i = 0; i < missing; i++) add(tally.missing, measure.whenMissing(request), request)
  return proposeForPods(values.length + unready + missing, tally, tolerances, measure)
}

describe('what a utilization asks for', () => {
  it.each([
    ['twice the target, so twice the pods', [100, 100], {}, 4],
    ['half the target, so half the pods', [25, 25, 25, 25], {}, 2],
    ['close enough, so nothing', [54, 54, 54], {}, 3],
    ['whole percents only: 55.9 % is 55 %', [55, 56, 56, 56], {}, 4],
    ['unready pods count as idle before it grows', [100, 100], { unready: 1 }, 4],
    ['an unready pod changes nothing when it shrinks', [10, 10, 10], { unready: 1 }, 1],
    ['missing pods count as busy before it shrinks', [10, 10], { missing: 1 }, 3],
    ['missing pods count as idle before it grows', [150, 150], { missing: 2 }, 6],
  ] as const)('is %s', (_, values, others, replicas) => {
    expect(propose(values, others).replicas).toBe(replicas)
  })

  it('is nothing when the unknown pods would turn it round', () => {
    const { kept, ratio, adjustedRatio, replicas } = propose([30, 30], { missing: 2 })
    expect({ kept, ratio, adjustedRatio, replicas }).toEqual({
      kept: 'turned',
      ratio: 0.6,
      adjustedRatio: 1.3,
      replicas: 4,
    })
  })

  it('cannot be said without a reading that counts', () => {
    expect(() => propose([], { unready: 1 })).toThrow(Unmeasurable)
  })
})

describe('the utilization of much memory', () => {
  it('is exact beyond what a number holds', () => {
    const gibibytes = 64 * 1024 * 1024 * 1024 * 1000
    const used = { pods: 1000, used: 1000 * (gibibytes - 1), requested: 1000 * gibibytes }
    expect(utilizationMeasure(80).of(used)).toMatchObject({ utilization: 99, averageMilli: gibibytes - 1 })
  })
})

describe('what an average asks for', () => {
  it('takes the mean of the pods, cut off, against the target', () => {
    const tally = emptyTally()
    for (const value of [1000, 2001]) add(tally.ready, value, 0)
    const proposal = proposeForPods(2, tally, tolerances, averageMeasure(1000))
    expect(proposal).toEqual({ ratio: 1.5, averageMilli: 1500, counted: 2, replicas: 3 })
  })
})

describe('one value for all pods', () => {
  it('asks for pods in proportion to those that are ready', () => {
    expect(proposeForValue(3, 20_000, 10_000, tolerances, () => 2).replicas).toBe(4)
    expect(proposeForValue(3, 10_500, 10_000, tolerances, () => 2)).toMatchObject({
      replicas: 3,
      kept: 'tolerated',
    })
  })

  it('asks for its own number where there are none', () => {
    expect(proposeForValue(0, 25_000, 10_000, tolerances, () => 0).replicas).toBe(3)
  })

  it('is shared where the target is one for each pod', () => {
    expect(proposeForShare(3, 20_000, 5000, tolerances)).toMatchObject({ replicas: 4, averageMilli: 6667 })
    expect(proposeForShare(4, 20_000, 5000, tolerances).kept).toBe('tolerated')
  })
})

describe('the tolerance', () => {
  it('is a tenth unless a direction says otherwise', () => {
    expect(tolerancesOf(undefined)).toEqual({ up: 0.1, down: 0.1 })
    const wide = tolerancesOf({ scaleUp: { tolerance: '250m' }, scaleDown: { tolerance: '0' } })
    expect(wide).toEqual({ up: 0.25, down: 0 })
    expect([1.25, 1.26, 1, 0.99].map((ratio) => isTolerated(ratio, wide))).toEqual([true, false, true, false])
  })
})
