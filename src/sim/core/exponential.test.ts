import { expect, it } from 'vitest'
import { drawNth, drawStream } from './draw.ts'
import { exponential } from './exponential.ts'

it.each([
  [0xffffffff, 2.3283064e-10],
  [0x80000000, Math.LN2],
  [0x40000000, 2 * Math.LN2],
  [0xc0000000, -Math.log(0.75)],
  [0x12345678, -Math.log(0x12345678 / 2 ** 32)],
  [1, 32 * Math.LN2],
  [0, 32 * Math.LN2],
])('is the negative logarithm of %i / 2^32', (bits, expected) => {
  expect(Math.abs(exponential(bits) - expected)).toBeLessThan(2e-7)
})

it('has mean and variance 1, and a tail of e^-x', () => {
  const stream = drawStream(1, 'test', 'tail')
  const count = 200_000
  let sum = 0
  let squares = 0
  let beyond3 = 0
  for (let n = 0; n < count; n++) {
    const x = exponential(drawNth(stream, n))
    sum += x
    squares += x * x
    if (x > 3) beyond3++
  }
  const mean = sum / count
  expect(Math.abs(mean - 1)).toBeLessThan(0.01)
  expect(Math.abs(squares / count - mean * mean - 1)).toBeLessThan(0.03)
  expect(Math.abs(beyond3 / count - Math.exp(-3))).toBeLessThan(0.002)
})
