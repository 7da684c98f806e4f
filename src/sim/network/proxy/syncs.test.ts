import { expect, it } from 'vitest'
import { delayOf, slowestProxy, syncFor } from './syncs.ts'

it.each([
  ['at once after a quiet time', 100, 50, 100],
  ['a second after the last one', 100, 95, 105],
  ['with the one that is planned already', 100, 104, 104],
  ['with one in the same tick', 100, 100, 100],
])('a change is taken in %s', (_, now, last, sync) => {
  expect(syncFor(now, last)).toBe(sync)
})

it('every node has a delay of its own within bounds', () => {
  const delays = Array.from({ length: 200 }, (_, i) => delayOf(7, `node-${i}`))
  expect(new Set(delays)).toEqual(new Set([1, 2, 3, slowestProxy]))
})
