import { expect, it } from 'vitest'
import { SortedRuns } from './sortedRuns.ts'

it('does not part what has the same key', () => {
  const runs = new SortedRuns<readonly [string, number]>(([key]) => key)
  runs.add([
    ['b', 1],
    ['a', 2],
  ])
  runs.add([
    ['a', 3],
    ['c', 4],
  ])
  expect([runs.take(1), runs.take(1)]).toEqual([
    [
      ['a', 2],
      ['a', 3],
    ],
    [['b', 1]],
  ])
})

it('puts pieces in one order, however many are taken at a time', () => {
  const runs = new SortedRuns<string>((text) => text)
  for (const piece of [['d', 'a', 'f'], [], ['c'], ['b', 'g', 'e']]) runs.add(piece)
  expect([runs.take(3), runs.isEmpty, runs.take(2), runs.take(9), runs.isEmpty]).toEqual([
    ['a', 'b', 'c'],
    false,
    ['d', 'e'],
    ['f', 'g'],
    true,
  ])
})

it('merges many pieces', () => {
  const runs = new SortedRuns<number>((number) => String(number).padStart(5, '0'))
  const numbers = Array.from({ length: 4000 }, (_, i) => (7919 * i) % 50_021)
  for (let at = 0; at < numbers.length; at += 97) runs.add(numbers.slice(at, at + 97))
  expect(runs.size).toBe(4000)
  const taken: number[] = []
  while (!runs.isEmpty) taken.push(...runs.take(300))
  expect(taken).toEqual(numbers.toSorted((a, b) => a - b))
})
