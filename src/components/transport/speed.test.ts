import { describe, expect, it } from 'vitest'
import { positionAfter, positionOf, speedAt, speedText } from './speed.ts'

describe('the speed slider', () => {
  it.each([
    [-1, 0.1],
    [-0.6, 0.25],
    [-0.05, 1],
    [0, 1],
    [0.05, 1],
    [0.1, 1.3],
    [1, 10],
    [1.5, 32],
    [3, 1000],
    [9, 1000],
  ])('at %d is %d×', (position, speed) => {
    expect(speedAt(position)).toBe(speed)
  })

  it('leaves real time by a key, though it snaps there', () => {
    expect(speedAt(positionAfter(0, 0.05))).toBe(1.3)
    expect(speedAt(positionAfter(0, -0.05))).toBe(0.79)
    expect(speedAt(positionAfter(0.1, 0.05))).toBe(1)
  })

  it('stands where the speed is, as far as it reaches', () => {
    expect([0.01, 0.1, 1, 100, 5000].map(positionOf)).toEqual([-1, -1, 0, 2, 3])
  })

  it('is read with few figures', () => {
    expect([0.25, 1, 1.3, 1000].map(speedText)).toEqual(['0.25×', '1×', '1.3×', '1000×'])
  })
})
