import { describe, expect, it } from 'vitest'
import { ticksOf } from '../../core/clock.ts'
import type { MetricFinding } from './decision.ts'
import { normalize, type Past } from './normalize.ts'
import { outcomeOf } from './outcome.ts'

const now = 10_000
const downscaleWindow = ticksOf(300)

function past(recommendations: readonly (readonly [replicas: number, secondsAgo: number])[] = []): Past {
  return {
    recommendations: recommendations.map(([replicas, ago]) => ({ replicas, at: now - ticksOf(ago) })),
    events: { up: [], down: [] },
    now,
    downscaleWindow,
  }
}

describe('without a behaviour', () => {
  it('at most doubles, or grows to four', () => {
    expect(normalize(9, { current: 1, min: 1, max: 10 }, undefined, past()).replicas).toBe(4)
    expect(normalize(99, { current: 3, min: 1, max: 10 }, undefined, past()).bounded).toEqual({
      replicas: 6,
      reason: 'ScaleUpLimit',
      limit: { replicas: 6 },
    })
  })

  it('shrinks to the most that was asked for in the window, and names it', () => {
    const { replicas, able, stabilized } = normalize(2, { current: 10, min: 1, max: 10 }, undefined, {
      ...past([
        [10, 300],
        [7, 299],
        [4, 15],
      ]),
    })
    expect([replicas, able]).toEqual([7, 'ScaleDownStabilized'])
    expect(stabilized.by).toEqual({ replicas: 7, at: now - ticksOf(299) })
  })

  it('puts the new recommendation where one is too old, so the list stays short', () => {
    const { recommendations } = normalize(
      2,
      { current: 5, min: 1, max: 10 },
      undefined,
      past([
        [5, 400],
        [5, 10],
      ]),
    )
    expect(recommendations).toEqual([
      { replicas: 2, at: now },
      { replicas: 5, at: now - ticksOf(10) },
    ])
  })
})

describe('with a behaviour', () => {
  const slowly = { scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] } } as const

  it('grows no faster than its policies, counting what it grew within their period', () => {
    const range = { current: 3, min: 1, max: 10 }
    expect(normalize(8, range, slowly, past()).replicas).toBe(4)
    const grown = { ...past(), events: { up: [{ change: 1, at: now - ticksOf(59) }], down: [] } }
    const held = normalize(8, range, slowly, grown)
    expect(held.replicas).toBe(3)
    expect(held.bounded.limit).toEqual({
      replicas: 3,
      policy: { type: 'Pods', value: 1, periodSeconds: 60 },
      periodStart: 2,
    })
  })

  it('does not grow at all where growth is disabled', () => {
    const never = { scaleUp: { selectPolicy: 'Disabled' } } as const
    expect(normalize(8, { current: 3, min: 1, max: 10 }, never, past()).replicas).toBe(3)
  })

  it('moves as little as both windows allow', () => {
    const calm = { scaleUp: { stabilizationWindowSeconds: 60, policies: [] }, scaleDown: {} }
    const { stabilized, able } = normalize(8, { current: 3, min: 1, max: 10 }, calm, past([[2, 30]]))
    expect([stabilized.replicas, able]).toEqual([3, 'ScaleUpStabilized'])
  })
})

describe('the outcome of a look', () => {
  const finding = (kept?: MetricFinding['kept']): MetricFinding => ({
    type: 'Resource',
    metric: 'cpu',
    target: '50%',
    ...(kept && { kept }),
  })

  it.each([
    ['scaled-up', 2, 4, [], undefined],
    ['matching', 4, 4, [], undefined],
    ['tolerated', 4, 4, [], 'tolerated'],
    ['stabilized', 6, 2, [[6, 10]], undefined],
    ['at-max', 10, 14, [], undefined],
    ['at-min', 2, 1, [], undefined],
  ] as const)('is %s', (outcome, current, recommended, recommendations, kept) => {
    const normalized = normalize(recommended, { current, min: 2, max: 10 }, undefined, past(recommendations))
    expect(outcomeOf(current, recommended, normalized, [finding(kept)])).toBe(outcome)
  })
})
