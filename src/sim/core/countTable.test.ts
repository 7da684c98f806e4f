import { expect, test } from 'vitest'
import { CountTable } from './countTable.ts'

test('it counts by key, and comes back as it was saved', () => {
  const table = new CountTable()
  for (const key of ['a', 'b', 'a']) table.increase(key)
  const saved = table.save()
  for (const key of ['c', 'b']) table.increase(key)
  const later = table.save()
  table.load(saved)
  expect(table.entries()).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(table.get('c')).toBe(0)
  table.increase('d')
  expect([table.get('d'), table.get('c')]).toEqual([1, 0])
  table.load(later)
  expect([table.get('b'), table.get('c'), table.get('d')]).toEqual([2, 1, 0])
})
