import { describe, expect, it } from 'vitest'
import { deepFreeze, thaw } from './frozen.ts'

describe('a thawed copy', () => {
  it('may be written to at every depth, and leaves the frozen value as it was', () => {
    const frozen = deepFreeze({ a: [{ b: 1 }], c: null, d: undefined, e: 'text' })
    const copy = thaw(frozen) as { a: { b: number }[] }
    expect(copy).toStrictEqual({ a: [{ b: 1 }], c: null, d: undefined, e: 'text' })
    ;(copy.a[0] as { b: number }).b = 2
    copy.a.push({ b: 3 })
    expect(frozen.a).toEqual([{ b: 1 }])
  })

  it('has a key "__proto__" as any other, and no other prototype', () => {
    const copy = thaw(JSON.parse('{"__proto__": {"polluted": [1]}, "x": 1}'))
    expect(Object.keys(copy)).toEqual(['__proto__', 'x'])
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
    expect(copy.polluted).toBeUndefined()
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":[1]},"x":1}')
  })
})
