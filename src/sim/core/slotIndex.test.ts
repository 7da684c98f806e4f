import { describe, expect, it } from 'vitest'
import { SlotIndex } from './slotIndex.ts'

function filed(...slots: readonly number[]): SlotIndex {
  const index = new SlotIndex()
  for (const slot of slots) index.file('red', slot)
  return index
}

describe('slots filed under a key', () => {
  it('come in their order, whatever the order in which they were filed', () => {
    expect(filed(3, 1, 2).slots('red')).toEqual([1, 2, 3])
  })

  it('are gone when they were unfiled, and the key with the last of them', () => {
    const index = filed(1, 2, 3)
    index.unfile('red', 2, 10)
    expect(index.slots('red')).toEqual([1, 3])
    index.unfile('red', 1, 11)
    index.unfile('red', 3, 12)
    expect([index.slots('red'), [...index.keys()]]).toEqual([[], []])
  })

  it('are there once when they were unfiled and filed again before anybody looked', () => {
    const index = filed(1, 2, 3)
    index.unfile('red', 2, 10)
    index.file('red', 2)
    expect(index.slots('red')).toEqual([1, 2, 3])
    index.unfile('red', 2, 11)
    index.file('red', 2)
    index.unfile('red', 2, 12)
    expect(index.slots('red')).toEqual([1, 3])
  })

  it('are not held for long after they were unfiled, whether anybody looks or not', () => {
    const index = filed(1)
    for (let slot = 2; slot < 5000; slot++) {
      index.file('red', slot)
      index.unfile('red', slot, slot)
      expect(index.held).toBeLessThan(100)
    }
    expect(index.slots('red')).toEqual([1])
  })

  it('do not change under the hands of one who goes through them', () => {
    const index = filed(1, 2, 3)
    const met: number[] = []
    for (const slot of index.slots('red')) {
      index.unfile('red', slot, 10)
      index.slots('red')
      met.push(slot)
    }
    expect(met).toEqual([1, 2, 3])
  })

  it('are told to a reader who has not seen them go', () => {
    const index = filed(1, 2)
    index.unfile('red', 1, 10)
    expect([index.unfiledSince('red', 9), index.unfiledSince('red', 10)]).toEqual([[1], []])
  })

  it('are told by their key, what went later too, and no more once everybody has seen it', () => {
    const index = filed(1, 2)
    for (const slot of [3, 4]) index.file('blue', slot)
    index.unfile('red', 1, 10)
    index.unfile('blue', 3, 11)
    expect([index.unfiledSince('red', 9), index.unfiledSince('blue', 9)]).toEqual([[1], [3]])
    index.unfile('red', 2, 12)
    expect(index.unfiledSince('red', 9)).toEqual([2, 1])
    index.forgetUnfiledUpTo(11)
    expect([index.unfiledSince('red', 9), index.unfiledSince('blue', 9)]).toEqual([[2], []])
  })
})
