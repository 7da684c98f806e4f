import { expect, it } from 'vitest'
import { compareWays } from './compare.ts'

it('gives 500 nodes and the pods of the bench the same nodes, quickly and by every plugin over every node', () => {
  const { windows, placed, scored } = compareWays({
    nodes: 500,
    pods: 15_000,
    naive: 60,
    counted: 60,
    stretch: 60,
  })
  expect(windows.map(({ from, differing }) => ({ from, differing }))).toEqual([
    { from: 0, differing: 0 },
    { from: 7500, differing: 0 },
    { from: 14_940, differing: 0 },
  ])
  expect(placed).toBe(15_000)
  expect(scored.most).toBeLessThanOrEqual(500)
})
