import { expect, test } from 'vitest'
import { copyMemory, loadMemory, plainMemory, saveMemory } from './memory.ts'

const shared = Object.freeze({ big: true })
const memory = () => ({
  queue: new Map([['a', { causes: [1, 2], of: new Set(['x']) }]]),
  nothing: new Map(),
  seen: new Set([3, 1]),
  cells: new Int32Array([7]),
  part: shared,
})

test('what is saved is loaded again, and no change reaches it', () => {
  const one = memory()
  const saved = saveMemory(one)
  one.queue.get('a')?.causes.push(3)
  one.seen.add(9)
  one.cells[0] = 0
  const first = loadMemory<ReturnType<typeof memory>>(saved)
  expect(first).toEqual(memory())
  first.queue.clear()
  expect(loadMemory(saved)).toEqual(memory())
  expect(first.part).toBe(shared)
})

test('it is the same data saved and not saved, and when it is saved twice', () => {
  expect(plainMemory(saveMemory(memory()))).toEqual(plainMemory(memory()))
  expect(loadMemory(saveMemory(saveMemory(memory())))).toEqual(memory())
  expect(copyMemory(memory())).toEqual(memory())
})
