import { expect, it } from 'vitest'
import { NameTable } from './nameTable.ts'

it('finds slots by namespace and name, and lists them in creation order whatever their namespaces', () => {
  const table = new NameTable()
  table.add('b', 'x', 1)
  table.add('a', 'x', 2)
  table.add('b', 'y', 3)
  expect([table.slot('b', 'x'), table.slot('a', 'x'), table.slot('a', 'y'), table.slot('c', 'x')]).toEqual([
    1, 2, 0, 0,
  ])
  expect(table.slots()).toEqual([1, 2, 3])
  expect([...table.within('b').keys()]).toEqual(['x', 'y'])
  expect([...table.within('b').values()]).toEqual([1, 3])
})

it('gives a name away again once it has been deleted', () => {
  const table = new NameTable()
  table.add('a', 'x', 1)
  table.delete('a', 'x')
  table.delete('a', 'never')
  expect([table.size, table.slot('a', 'x')]).toEqual([0, 0])
  table.add('a', 'x', 2)
  expect([table.size, table.slot('a', 'x')]).toEqual([1, 2])
})
