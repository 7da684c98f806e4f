import { expect, it } from 'vitest'
import { visibleRows } from './rows.ts'

it.each([
  ['the beginning', 0, { first: 0, end: 16 }],
  ['the middle', 15_000, { first: 494, end: 516 }],
  ['the end', 150_000 * 30, { first: 149_994, end: 150_000 }],
  ['beyond it', 1e9, { first: 150_000, end: 150_000 }],
])('at %s', (_, scrolled, range) => {
  expect(visibleRows(scrolled, 300, 30, 150_000)).toEqual(range)
})

it('has no rows where there are none', () => {
  expect(visibleRows(0, 300, 30, 0)).toEqual({ first: 0, end: 0 })
})
