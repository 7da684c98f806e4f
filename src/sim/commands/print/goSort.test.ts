import { describe, expect, it } from 'vitest'
import { goSort } from './goSort.ts'

function shuffled(length: number, values: number): number[] {
  let state = 7
  return Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % values
  })
}

describe('goSort', () => {
  it.each([0, 1, 12, 13, 49, 50, 300, 5000])(
    'sorts %i numbers, with many and with few equal ones',
    (length) => {
      for (const values of [3, 1_000_000]) {
        const items = shuffled(length, values)
        const expected = items.toSorted((a, b) => a - b)
        goSort(items, (a, b) => a < b)
        expect(items).toEqual(expected)
      }
    },
  )

  it('keeps up to twelve equal elements in their order', () => {
    const items = Array.from({ length: 12 }, (_, i) => ({ key: i % 2, i }))
    goSort(items, (a, b) => a.key < b.key)
    expect(items.map(({ i }) => i)).toEqual([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11])
  })

  it('sorts what runs backwards', () => {
    const items = Array.from({ length: 200 }, (_, i) => 200 - i)
    goSort(items, (a, b) => a < b)
    expect(items).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  })
})
