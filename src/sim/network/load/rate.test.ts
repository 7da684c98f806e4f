import { expect, it } from 'vitest'
import type { Shape, ShapeName } from '../../substrate/index.ts'
import { rateAt } from './rate.ts'

function shape(name: ShapeName, more: Partial<Shape> = {}): Shape {
  return { name, rps: 100, peak: 500, over: 600, after: 0, steps: [], ...more }
}

it.each([
  ['const', 0, 100],
  ['const', 99_999, 100],
  ['ramp', 0, 0],
  ['ramp', 300, 50],
  ['ramp', 601, 100],
  ['spike', 599, 500],
  ['spike', 600, 100],
  ['wave', 0, 100],
  ['wave', 300, 500],
  ['wave', 600, 100],
  ['flash', 300, 300],
  ['flash', 600, 500],
  ['flash', 1800, 300],
  ['flash', 60_000, 100],
] as const)('%s has after %i ticks %i requests a second', (name, since, rate) => {
  expect(rateAt(shape(name), since)).toBeCloseTo(rate, 6)
})

it('a spike waits until its time has come', () => {
  expect(rateAt(shape('spike', { after: 50 }), 49)).toBe(100)
  expect(rateAt(shape('spike', { after: 50 }), 50)).toBe(500)
})

it('a wave is close to a cosine all along', () => {
  for (let since = 0; since < 1200; since += 7) {
    const exact = 300 - 200 * Math.cos((2 * Math.PI * since) / 600)
    expect(Math.abs(rateAt(shape('wave'), since) - exact)).toBeLessThan(0.5)
  }
})

it('steps hold until the next one', () => {
  const steps = shape('step', {
    steps: [
      { at: 0, rps: 5 },
      { at: 100, rps: 50 },
    ],
  })
  expect([0, 99, 100, 9999].map((since) => rateAt(steps, since))).toEqual([5, 5, 50, 50])
})
