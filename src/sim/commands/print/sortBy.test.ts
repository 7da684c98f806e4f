import { describe, expect, it } from 'vitest'
import { SortBy } from './sortBy.ts'

function by(field: string, values: readonly unknown[]): readonly unknown[] {
  const sort = new SortBy<unknown>(field, (value) => (value === undefined ? {} : { a: { b: value } }))
  sort.add(values)
  sort.sortFurther(Number.POSITIVE_INFINITY)
  return sort.sorted()
}

describe('--sort-by', () => {
  it('takes paths with and without braces and dot', () => {
    for (const field of ['{.a.b}', '{a.b}', '.a.b', 'a.b']) expect(by(field, [2, 1])).toEqual([1, 2])
  })

  it('puts what lacks the field first, then null, and compares numbers, quantities and names as such', () => {
    expect(by('.a.b', [10, undefined, 9])).toEqual([undefined, 9, 10])
    expect(by('.a.b', ['x', null])).toEqual([null, 'x'])
    expect(by('.a.b', ['1Gi', '900Mi', '2'])).toEqual(['2', '900Mi', '1Gi'])
    expect(by('.a.b', ['pod-10', 'pod-9', 'pod-09'])).toEqual(['pod-9', 'pod-09', 'pod-10'])
  })

  it('refuses a field that no object has', () => {
    expect(() => by('.nope', [1])).toThrow(
      `couldn't find any field with path "{.nope}" in the list of objects`,
    )
  })
})
