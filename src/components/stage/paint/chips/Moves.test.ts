import { describe, expect, it } from 'vitest'
import { Moves } from './Moves.ts'

describe('a flight', () => {
  it('goes from where the thing was to where it is now, and begins when it is first painted', () => {
    const moves = new Moves()
    moves.fly({ x: 10, y: 20 }, { x: 30, y: 0 }, 100)
    expect(moves.offsetAt(5000)).toEqual({ x: -20, y: 20 })
    expect(moves.offsetAt(5050).x).toBeGreaterThan(-20)
    expect(moves.isUnderWay).toBe(true)
    expect(moves.offsetAt(5100)).toEqual({ x: -0, y: 0 })
    expect(moves.isUnderWay).toBe(false)
  })

  it('turns where it just is when it is sent elsewhere on the way', () => {
    const moves = new Moves()
    moves.fly({ x: 0, y: 0 }, { x: 100, y: 40 }, 100)
    moves.offsetAt(0)
    const { x, y } = moves.offsetAt(20)
    moves.fly({ x: 100, y: 40 }, { x: 0, y: 0 }, 100)
    expect(moves.offsetAt(36)).toEqual({ x: 100 + x, y: 40 + y })
  })

  it('sets out from its place once it has arrived', () => {
    const moves = new Moves()
    moves.fly({ x: 0, y: 0 }, { x: 100, y: 40 }, 100)
    moves.offsetAt(0)
    moves.offsetAt(100)
    moves.fly({ x: 100, y: 40 }, { x: 0, y: 0 }, 100)
    expect(moves.offsetAt(200)).toEqual({ x: 100, y: 40 })
  })
})

it('fades evenly, and is wholly there before and afterwards', () => {
  const moves = new Moves()
  expect(moves.alphaAt(0)).toBe(1)
  moves.fade(0.5, 100)
  expect([10, 60, 110].map((now) => moves.alphaAt(now))).toEqual([0.5, 0.75, 1])
  expect(moves.isUnderWay).toBe(false)
})

it('is at rest at once when nothing may move', () => {
  const moves = new Moves()
  moves.fly({ x: 0, y: 0 }, { x: 100, y: 40 }, 100)
  moves.fade(0, 100)
  moves.rest()
  expect([moves.isUnderWay, moves.alphaAt(0), moves.offsetAt(0)]).toEqual([false, 1, { x: 0, y: 0 }])
})
