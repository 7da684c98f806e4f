import { expect, test } from 'vitest'
import { PagedList } from './pagedList.ts'

test('what is saved stays as it was', () => {
  const list = new PagedList<string>()
  for (let i = 0; i < 600; i++) list.push(`${i}`)
  const before = list.save()
  list.set(300, undefined)
  list.set(301, 'new')
  expect(list.values()).toHaveLength(599)
  list.load(before)
  expect([list.get(300), list.get(301), list.get(999), list.length]).toEqual(['300', '301', undefined, 600])
})

test('a saved list holds the pages and values that the next one does not', () => {
  const list = new PagedList<object>()
  for (let i = 0; i < 600; i++) list.push({})
  const before = list.save()
  list.set(300, {})
  const after = list.save()
  expect(before.bytesBeside(after, 100)).toBe(256 * 8 + 100)
  expect(after.bytesBeside(after, 100)).toBe(0)
})

test('pages in which nothing is left take no room', () => {
  const list = new PagedList<object>()
  for (let i = 0; i < 512; i++) list.push({})
  for (let i = 0; i < 256; i++) list.set(i, undefined)
  list.dropEmptyPages()
  expect(list.save().bytesBeside(undefined, 0)).toBe(256 * 8)
  list.set(1, {})
  expect(list.values()).toHaveLength(257)
})
