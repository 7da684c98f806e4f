import { expect, test } from 'vitest'
import { PagedInts } from './pagedInts.ts'

test('a place that was never written holds a zero', () => {
  const ints = new PagedInts()
  ints.set(5000, 7)
  expect([ints.get(4999), ints.get(5000), ints.get(99_999), ints.length]).toEqual([0, 7, 0, 5001])
})

test('what is saved stays as it was, and shares the pages that are not written again', () => {
  const ints = new PagedInts()
  for (let i = 0; i < 3000; i++) ints.push(i)
  const before = ints.save()
  ints.set(2000, -1)
  const after = ints.save()
  expect(after.bytesBeside(before)).toBe(4096)
  ints.load(before)
  expect([ints.get(2000), ints.get(2999), ints.length]).toEqual([2000, 2999, 3000])
  ints.set(2000, 5)
  ints.load(after)
  expect(ints.get(2000)).toBe(-1)
})

test('pages that hold nothing any more take no room', () => {
  const ints = new PagedInts()
  for (let i = 0; i < 3000; i++) ints.push(1)
  for (let i = 0; i < 1024; i++) ints.set(i, 0)
  ints.dropEmptyPages()
  expect(ints.save().bytesBeside(undefined)).toBe(2 * 4096)
  ints.set(3, 9)
  expect([ints.get(3), ints.get(4)]).toEqual([9, 0])
})
