import { expect, it } from 'vitest'
import { SortedRuns } from './sortedRuns.ts'

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
