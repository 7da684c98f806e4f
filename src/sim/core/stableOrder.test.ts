import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newOrderBuffers, stableOrder } from './stableOrder.ts'

it('sorts whole numbers of any size, and leaves equal ones in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(5), fc.nat(5000), fc.nat(0x7fffffff))), (numbers) => {
      const order = stableOrder(Int32Array.from(numbers), numbers.length, newOrderBuffers(numbers.length))
      const expected = numbers.map((_, i) => i).toSorted((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
      expect([...order]).toEqual(expected)
    }),
  )
})
