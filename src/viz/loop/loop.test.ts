import { describe, expect, it } from 'vitest'
import { drained } from './drain.ts'
import { neighbour } from './neighbour.ts'
import { loopRail, nodeRail, stopsAlong, wishRail } from './rails.ts'
import { slotsOf } from './slots.ts'
import { ringRoom, stageMode } from './stageMode.ts'
import { stripeOf } from './stripe.ts'

describe('slots', () => {
  it.each([
    [5, 2, 'ready ready missing missing missing'],
    [3, 5, 'ready ready ready surplus surplus'],
    [0, 0, ''],
    [2, 2, 'ready ready'],
  ])('of %i wanted and %i Ready are %s', (desired, ready, slots) => {
    expect(slotsOf(desired, ready)?.join(' ')).toBe(slots)
  })

  it('give way to a bar when they are too many to count', () => {
    expect(slotsOf(24, 0)).toHaveLength(24)
    expect(slotsOf(25, 0)).toBeUndefined()
    expect(slotsOf(3, 25)).toBeUndefined()
  })
})

describe('a silent node', () => {
  it.each([
    [0, 0],
    [99, 0],
    [100, 1],
    [450, 4],
    [9000, 5],
  ])('that was not heard of for %i ticks has lost %i fifths of its colour', (ticks, fifths) => {
    expect(drained(ticks)).toBe(fifths)
  })
})

describe('an arrow key', () => {
  const things = [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 90, y: 0 },
    { id: 'c', x: 0, y: 80 },
    { id: 'd', x: 95, y: 85 },
  ]
  it.each([
    ['a', 'right', 'b'],
    ['a', 'down', 'c'],
    ['d', 'up', 'b'],
    ['d', 'left', 'c'],
    ['b', 'right', undefined],
    ['gone', 'left', 'a'],
  ] as const)('leads from %s %s to %s', (from, direction, to) => {
    expect(neighbour(things, from, direction)).toBe(to)
  })
})

describe('rails', () => {
  const api = { x: 200, y: 40, width: 200, height: 40 }

  it('join what they lead to at its edge', () => {
    const workload = { x: 0, y: 40, width: 180, height: 200 }
    const ring = { x: 220, y: 120, width: 64, height: 64 }
    const node = { x: 430, y: 300, width: 400, height: 100 }
    expect(wishRail(workload, api).at(0)).toEqual({ x: 180, y: 140 })
    expect(wishRail(workload, api).at(-1)).toEqual({ x: 200, y: 60 })
    expect(loopRail(api, ring, 'wide').at(-1)).toEqual({ x: 220, y: 152 })
    expect(loopRail(api, ring, 'phone').at(-1)).toEqual({ x: 252, y: 120 })
    expect(loopRail(api, { ...ring, x: 400, y: api.y }, 'phone')).toEqual([
      { x: api.x + api.width, y: api.y + api.height / 2 },
      { x: 400, y: api.y + ring.height / 2 },
    ])
    expect(nodeRail(api, node).at(-1)).toEqual({ x: 430, y: 350 })
  })

  it('are run along evenly', () => {
    const stops = stopsAlong([
      { x: 0, y: 0 },
      { x: 30, y: 0 },
      { x: 30, y: 70 },
    ])
    expect(stops.map(({ offset }) => offset)).toEqual([0, 0.3, 1])
  })

  it('have a beginning and an end even where both are one point', () => {
    const stops = stopsAlong([
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ])
    expect(stops.map(({ offset }) => offset)).toEqual([0, 1])
  })
})

describe('the stage', () => {
  it.each([
    [1600, 'wide'],
    [900, 'wide'],
    [620, 'medium'],
    [390, 'phone'],
  ])('of %i is %s', (width, mode) => expect(stageMode(width)).toBe(mode))
})

describe('the room for rings', () => {
  it.each([
    [200, 2, true],
    [264, 3, true],
    [360, 3, true],
    [368, 3, false],
    [470, 4, false],
    [2000, 5, false],
  ])('of a stage %i high is for %i, dense: %s', (height, count, isDense) =>
    expect(ringRoom(height)).toEqual({ count, isDense }),
  )
})

describe('revisions', () => {
  it('that live side by side differ in pattern', () => {
    for (let revision = 1; revision < 12; revision++)
      expect(stripeOf(revision)).not.toBe(stripeOf(revision + 1))
    expect(stripeOf(0)).toBeUndefined()
  })
})
