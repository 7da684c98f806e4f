import { expect, it } from 'vitest'
import { NameTable } from './nameTable.ts'

/** What lies in the slots from 1 on. */
function tableOf(...names: readonly string[]): NameTable {
  return new NameTable((slot) => names[slot - 1])
}

it('finds slots by namespace and name, and lists them in creation order whatever their namespaces', () => {
  const table = tableOf('x', 'x', 'y')
  table.add('b', 'x', 1)
  table.add('a', 'x', 2)
  table.add('b', 'y', 3)
  expect([table.slot('b', 'x'), table.slot('a', 'x'), table.slot('a', 'y'), table.slot('c', 'x')]).toEqual([
    1, 2, 0, 0,
  ])
  expect(table.slots()).toEqual([1, 2, 3])
  expect([...table.within('b').values()].sort()).toEqual([1, 3])
  expect([table.within('b').size, table.within('c').size]).toEqual([2, 0])
})

it('gives a name away again once it has been deleted', () => {
  const table = tableOf('x', 'x')
  table.add('a', 'x', 1)
  table.delete('a', 'x', 1)
  table.delete('a', 'never', 1)
  expect([table.size, table.slot('a', 'x')]).toEqual([0, 0])
  table.add('a', 'x', 2)
  expect([table.size, table.slot('a', 'x')]).toEqual([1, 2])
})
