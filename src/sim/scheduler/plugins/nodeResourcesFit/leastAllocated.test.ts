import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leastAllocated, leastAllocatedOfTwo } from './leastAllocated.ts'

it('scores cpu and memory without lists as it scores any list of resources', () => {
  const amount = fc.nat({ max: 64_000 })
  fc.assert(
    fc.property(amount, amount, amount, amount, (usedCpu, usedMemory, cpu, memory) => {
      const listed = leastAllocated([usedCpu, usedMemory], [cpu, memory])
      expect(leastAllocatedOfTwo(usedCpu, usedMemory, cpu, memory)).toBe(listed)
    }),
    {
      examples: [
        [1, 1, 0, 2],
        [1, 1, 2, 0],
        [1, 1, 0, 0],
      ],
    },
  )
})
