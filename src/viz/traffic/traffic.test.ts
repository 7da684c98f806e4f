import { describe, expect, it } from 'vitest'
import { placesOf } from './queue.ts'
import { positionOfRate, rateAt } from './rate.ts'
import { type Ends, lostSpot, spokePath, wayOf } from './route.ts'
import { tilingOf } from './tiles.ts'

const ends: Ends = {
  clients: { x: 0, y: 10 },
  gateIn: { x: 50, y: 10 },
  gateOut: { x: 150, y: 10 },
  leaves: 'sideways',
}
const pod = { x: 250, y: 110 }

describe('the way of a request', () => {
  it('leads through the Service to the pod, evenly by length', () => {
    const way = wayOf(ends, pod)
    expect(way[0]).toEqual({ x: 0, y: 10, offset: 0 })
    expect(way.at(-1)).toEqual({ x: 250, y: 110, offset: 1 })
    const offsets = way.map(({ offset }) => offset)
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  })

  it('ends at the Service where there is nobody to go on to', () => {
    expect(wayOf(ends).at(-1)).toEqual({ x: 50, y: 10, offset: 1 })
  })

  it('of a lost one ends between the Service and the pod', () => {
    expect(lostSpot(ends, pod)).toEqual({ x: 174, y: 60 })
    expect(lostSpot({ ...ends, leaves: 'downwards' }, pod)).toEqual({ x: 200, y: 22 })
  })

  it('leaves the Service sideways or downwards', () => {
    expect(spokePath(ends, pod)).toBe('M150,10C200,10 200,110 250,110')
    expect(spokePath({ ...ends, leaves: 'downwards' }, pod)).toBe('M150,10C150,60 250,60 250,110')
  })
})

describe('pods behind a Service', () => {
  it.each([
    ['few have room', [2, 2, 2], 560, 420, 'roomy'],
    ['more are drawn smaller', [6, 6, 6], 560, 420, 'compact'],
    ['many still fit', [4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 560, 420, 'small'],
    ['a crowd is as small as it goes', Array.from({ length: 60 }, () => 4), 560, 420, 'small'],
  ] as const)('%s', (_, groups, width, height, size) => {
    expect(tilingOf(groups, { width, height }).size).toBe(size)
  })
})

describe('the requests in a pod', () => {
  it.each([
    [0, 4, { busy: 0, free: 4, waiting: 0, more: 0 }],
    [3, 4, { busy: 3, free: 1, waiting: 0, more: 0 }],
    [7, 4, { busy: 4, free: 0, waiting: 3, more: 0 }],
    [50, 4, { busy: 4, free: 0, waiting: 4, more: 42 }],
    [9, 16, { busy: 8, free: 0, waiting: 0, more: 0 }],
  ])('%i with %i threads', (inFlight, threads, places) => {
    expect(placesOf(inFlight, threads, 8)).toEqual(places)
  })
})

describe('the slider of a rate', () => {
  it.each([
    [0, 1],
    [2, 100],
    [2.3, 200],
    [4, 10_000],
    [9, 10_000],
  ])('at %d asks for %d a second', (position, rate) => expect(rateAt(position)).toBe(rate))

  it('stands where a rate is, and at its low end for none', () => {
    expect([positionOfRate(0), positionOfRate(100)]).toEqual([0, 2])
  })
})
