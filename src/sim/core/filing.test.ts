import { describe, expect, it } from 'vitest'
import { filingsOf, moveFiling } from './filing.ts'
import { allParts, changed } from './ledger.ts'
import { SlotIndex } from './slotIndex.ts'

describe('filing', () => {
  it('looks again at every change of an object, or at those of its metadata where the key lies there', () => {
    const keyOf = () => 'key'
    const filings = filingsOf({ id: 0, indexes: { node: keyOf, owner: keyOf }, metadataIndexes: ['owner'] })
    expect(filings.map(({ name, parts }) => [name, parts])).toEqual([
      ['node', allParts],
      ['owner', changed.metadata],
    ])
  })

  it('moves an object from one key to another, and lets lagging readers find it under the first', () => {
    const index = new SlotIndex()
    moveFiling(index, 5, 1, undefined, 'a')
    moveFiling(index, 5, 2, 'a', 'b')
    expect([index.slots('a'), index.slots('b'), index.unfiledSince('a', 1)]).toEqual([[], [5], [5]])
  })

  it('leaves an object of several keys under those that stay', () => {
    const index = new SlotIndex()
    moveFiling(index, 5, 1, undefined, ['a', 'b'])
    moveFiling(index, 5, 2, ['a', 'b'], ['b', 'c'])
    expect(['a', 'b', 'c'].map((key) => index.slots(key))).toEqual([[], [5], [5]])
    expect(index.unfiledSince('b', 1)).toEqual([])
  })
})
