import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TextMap } from './textMap.ts'

/** Few names for many steps, among them such as drive one another out of the places for recent ones. */
const name = fc.integer({ min: 0, max: 400 }).map((n) => `${'x'.repeat(n % 3)}node-${n * 64}`)

it('answers as a map does, whatever was asked for, set and deleted before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('get', 'set', 'set', 'delete', 'clear'), name), {
        minLength: 400,
        maxLength: 1500,
      }),
      (steps) => {
        const map = new TextMap<number>()
        const plain = new Map<string, number>()
        for (const [n, [deed, text]] of steps.entries()) {
          if (deed === 'get') expect(map.get(text)).toBe(plain.get(text))
          else if (deed === 'delete') expect(map.delete(text)).toBe(plain.delete(text))
          else if (deed === 'set') {
            map.set(text, n)
            plain.set(text, n)
          } else if (n % 50 === 0) {
            map.clear()
            plain.clear()
          }
        }
        expect([...map.keys()]).toEqual([...plain.keys()])
        expect([...map.values()]).toEqual([...plain.values()])
        expect(map.size).toBe(plain.size)
        expect(map.recent).toBeLessThanOrEqual(plain.size)
      },
    ),
  )
})
