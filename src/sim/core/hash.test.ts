import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deepFreeze, equalValues, thaw } from './frozen.ts'
import { hashHex, hashValue } from './hash.ts'
import { copyMemory, plainMemory } from './memory.ts'

const hash = (value: unknown) => hashHex(hashValue(value))

it('is equal for equal values, frozen or not, whatever the order of fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const again = thaw(value)
      expect(hash(deepFreeze(thaw(value)))).toBe(hash(again))
      expect(equalValues(value, again)).toBe(true)
    }),
    { examples: [[JSON.parse('{"__proto__": [null]}')]] },
  )
  expect(hash({ a: 1, b: [2, 3] })).toBe(hash({ b: [2, 3], a: 1 }))
  expect(hash({ a: 1, b: undefined })).toBe(hash({ a: 1 }))
})

it('differs where values differ a little', () => {
  const values = [
    null,
    0,
    '0',
    false,
    [],
    {},
    [0],
    ['a', 'b'],
    ['b', 'a'],
    { a: 0 },
    { b: 0 },
    'ab',
    'ba',
    [[], []],
    [[[]]],
    1,
    '1',
    1.5,
  ]
  expect(new Set(values.map(hash)).size).toBe(values.length)
})

it('is pinned: recorded hashes must keep their meaning', () => {
  expect(hash({ kind: 'Pod', spec: { nodeName: 'node-1' }, list: [1, 2, 3] })).toMatchInlineSnapshot(
    `"123149d90d244f87"`,
  )
})

it('copies memory so that the copy stays as it was', () => {
  const memory = { queue: new Map([['a', { n: 1 }]]), seen: new Set(['x']), cells: new Int32Array([1, 2]) }
  const copy = copyMemory(memory)
  ;(memory.queue.get('a') as { n: number }).n = 2
  memory.seen.add('y')
  memory.cells[0] = 9
  expect(plainMemory(copy)).toEqual({ queue: [['a', { n: 1 }]], seen: ['x'], cells: [1, 2] })
})
