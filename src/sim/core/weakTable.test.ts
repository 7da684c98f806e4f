import { expect, it } from 'vitest'
import { WeakTable } from './weakTable.ts'

it('answers for each object what was set last for it, in whatever order they are asked for', () => {
  const table = new WeakTable<object, number>()
  const [a, b, stranger] = [{}, {}, {}]
  table.set(a, 1)
  table.set(b, 2)
  expect([table.get(a), table.get(b), table.get(b), table.get(stranger), table.get(a)]).toEqual([
    1,
    2,
    2,
    undefined,
    1,
  ])
  table.set(a, 3)
  table.set(b, 4)
  expect([table.get(a), table.get(b)]).toEqual([3, 4])
})
