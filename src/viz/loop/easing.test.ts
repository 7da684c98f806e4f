import { expect, it } from 'vitest'
import { bezier, easeInOut, glide } from './easing.ts'

it('begins and ends where the way begins and ends, and never turns back', () => {
  for (const ease of [glide, easeInOut]) {
    const way = Array.from({ length: 101 }, (_, step) => ease(step / 100))
    expect([way[0], way[100]]).toEqual([0, 1])
    expect(way.every((at, step) => step === 0 || at >= (way[step - 1] as number))).toBe(true)
  }
})

it('is the curve that style sheets mean', () => {
  expect(bezier(0, 0, 1, 1)(0.3)).toBeCloseTo(0.3, 3)
  expect(easeInOut(0.5)).toBeCloseTo(0.5, 3)
  expect(easeInOut(0.25)).toBeCloseTo(0.129, 2)
})

it('stays at its ends before and after its time', () => {
  expect([glide(-1), glide(2)]).toEqual([0, 1])
})
