import { describe, expect, it } from 'vitest'
import { heldLine } from './held.ts'
import { areaOf, highestOf, lineOf, logHeight, roundAbove } from './seconds.ts'

const curve = { width: 100, height: 40, span: 100 }
const y = (value: number) => 40 - value
const measured = (...values: number[]) => values.map((value, index) => ({ tick: index * 10, value }))

describe('what is measured every second', () => {
  it('is a line of steps, broken where nothing was measured', () => {
    expect(lineOf(measured(10, 20, -1, 5), curve, y)).toBe('M0,30H10V20H20M30,35H40')
  })

  it('stands on what is below it', () => {
    expect(areaOf(measured(10, 10), measured(15, 10), curve, y)).toBe('M0,30H10V25H0Z')
  })

  it('is drawn by its highest where seconds are finer than half a pixel', () => {
    const line = lineOf(measured(1, 30, 2), { ...curve, span: 10_000 }, y)
    expect(line).toBe('M0,10H0.5')
  })

  it('reaches to a round number above all', () => {
    expect(highestOf(measured(3, 170, 20))).toBe(170)
    expect([0.4, 3, 51, 170, 200, 730].map(roundAbove)).toEqual([1, 3, 60, 200, 200, 800])
  })

  it('of times is drawn by powers of ten', () => {
    expect([1, 10, 100, 0.1, 9999].map((value) => logHeight(value, 40, 1, 100))).toEqual([40, 20, 0, 40, 0])
  })
})

describe('values that hold', () => {
  it('are steps, the last one until it is said to end', () => {
    const held = [
      { tick: 10, value: 10 },
      { tick: 30, value: 20 },
    ]
    expect(heldLine(held, 60, curve, y)).toBe('M10,30H30V20H60')
    expect(heldLine([], 60, curve, y)).toBe('')
  })
})
