import { describe, expect, it } from 'vitest'
import { GoSort, goSort } from './goSort.ts'

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

  it.each([
    ['in no order', (i: number) => (7919 * i) % 5003],
    ['that are mostly equal', (i: number) => (i % 40 === 0 ? i : 1)],
    ['in order but for some', (i: number) => (i % 900 === 0 ? 3 : i)],
    ['up and down', (i: number) => Math.min(i, 3000 - i)],
  ])('takes the same steps some at a time: elements %s', (_, keyOf) => {
    const items = Array.from({ length: 3000 }, (_, i) => ({ key: keyOf(i), i }))
    const told = [Number.POSITIVE_INFINITY, 50].map((most) => {
      const compared: number[] = []
      const sorted = [...items]
      const sort = new GoSort(sorted, (a, b) => {
        compared.push(a.i, b.i)
        return a.key < b.key
      })
      let pauses = 0
      while (!sort.sortFurther(most)) pauses++
      return { sorted, pauses, comparisons: compared.length / 2 }
    })
    const [whole, inPieces] = told as [(typeof told)[number], (typeof told)[number]]
    expect(inPieces.sorted).toEqual(whole.sorted)
    expect(inPieces.pauses).toBeGreaterThan(40)
    // Where it was interrupted it looks again at what it looked at last.
    expect(inPieces.comparisons - whole.comparisons).toBeLessThan(2 * inPieces.pauses + 1)
  })
})
