import { describe, expect, it } from 'vitest'
import { labelledMoments, spanFor } from './axis.ts'
import { chartOf, highestIn } from './chart.ts'
import { clustersOf } from './clusters.ts'
import { firstAfter, sampleBefore } from './recorded.ts'

describe('the axis of time', () => {
  it.each([
    [0, 100],
    [99, 100],
    [100, 200],
    [599, 600],
    [36_000, 54_000],
    [1_000_000, 1_728_000],
  ])('a recording of %i ticks is shown on %i', (horizon, span) => {
    expect(spanFor(horizon)).toBe(span)
  })

  it.each([
    [300, 640, [0, 50, 100, 150, 200, 250, 300]],
    [600, 300, [0, 150, 300, 450, 600]],
    [36_000, 640, [0, 6000, 12_000, 18_000, 24_000, 30_000, 36_000]],
    [864_000, 300, [0, 216_000, 432_000, 648_000, 864_000]],
  ])('%i ticks on %i pixels are labelled at round moments', (span, width, moments) => {
    expect(labelledMoments(span, width, 64)).toEqual(moments)
  })
})

describe('the chart', () => {
  const plot = { width: 100, height: 40, span: 100, most: 4 }

  it('draws both as steps, with the gap between them closed', () => {
    expect(chartOf([0, 2, 2, 50, 4, 2, 80, 4, 4], plot)).toEqual({
      desired: 'M0,20H50V0H80V0H100',
      actual: 'M0,20H50V20H80V0H100',
      gap: 'M50,0H80V20H50Z',
    })
  })

  it('draws of several changes within a pixel the widest gap and the last', () => {
    expect(chartOf([0, 2, 2, 500, 2, 1, 501, 2, 0, 502, 2, 2], { ...plot, span: 1000 }).actual).toBe(
      'M0,20H50V40H50.5V20H100',
    )
  })

  it.each([
    [[], 1],
    [[0, 0, 0], 1],
    [[0, 4, 2, 9, 5, 8], 8],
  ])('reaches up to the highest value of %o', (samples, most) => {
    expect(highestIn(samples)).toBe(most)
  })
})

describe('marks on the timeline', () => {
  it('gathers those that would overlap the first of them', () => {
    const marks = [0, 10, 19, 20, 60].map((tick) => ({ tick }))
    const clusters = clustersOf(marks, (tick) => tick, 20)
    expect(clusters.map(({ x, marks: { length } }) => [x, length])).toEqual([
      [0, 3],
      [20, 1],
      [60, 1],
    ])
  })
})

describe('what is recorded', () => {
  const known = [0, 1, 1, 50, 2, 1, 90, 2, 2]

  it('tells what held at a tick', () => {
    const at = (tick: number) => sampleBefore(known, firstAfter(known, tick))
    expect([at(-1), at(49), at(50), at(1000)]).toEqual([
      undefined,
      { desired: 1, actual: 1 },
      { desired: 2, actual: 1 },
      { desired: 2, actual: 2 },
    ])
  })
})
