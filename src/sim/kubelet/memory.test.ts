import { expect, it } from 'vitest'
import { causedBy } from '../core/ledger.ts'
import { Substrate } from '../substrate/index.ts'
import { KubeletMemory } from './memory.ts'

it('gives out the pods to look at that have waited longest, and keeps the others in their order', () => {
  const memory = new KubeletMemory(new Substrate())
  for (const slot of [7, 3, 9, 1, 5]) memory.markPod(slot, causedBy(1))
  expect([...memory.takeDirtyPods(2).keys()]).toEqual([7, 3])
  expect(memory.dirtyCount).toBe(3)
  memory.markPod(3, causedBy(2))
  memory.markPod(9, causedBy(2))
  expect([...memory.takeDirtyPods(10).keys()]).toEqual([9, 1, 5, 3])
  expect(memory.dirtyCount).toBe(0)
})
