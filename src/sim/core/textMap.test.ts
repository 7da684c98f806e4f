import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TextMap } from './textMap.ts'

/** Few names for many steps, among them such as drive one another out of the places for recent ones. */
const name = fc.integer({ min: 0, max: 400 }).map((n) => `${'x'.repeat(n % 3)}node-${n * 64}`)

it('answers as a map does, whatever was asked for, set, deleted and put back before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('get', 'set', 'set', 'delete', 'clear', 'load'), name), {
        minLength: 400,
        maxLength: 1500,
      }),
      (steps) => {
        const map = new TextMap<number>()
        let plain = new Map<string, number>()
        let image = { saved: map.save(), plain: new Map(plain) }
        for (const [n, [deed, text]] of steps.entries()) {
          if (deed === 'get') expect(map.get(text)).toBe(plain.get(text))
          else if (deed === 'delete') expect(map.delete(text)).toBe(plain.delete(text))
          else if (deed === 'set') {
            map.set(text, n)
            plain.set(text, n)
          } else if (n % 50 === 0) {
            if (deed === 'clear') map.clear()
            else map.load(image.saved)
            plain = new Map(deed === 'clear' ? [] : image.plain)
          } else if (n % 20 === 0) image = { saved: map.save(), plain: new Map(plain) }
        }
        expect([...map.keys()]).toEqual([...plain.keys()])
        expect([...map.values()]).toEqual([...plain.values()])
        expect(map.size).toBe(plain.size)
        expect(map.recent).toBeLessThanOrEqual(plain.size)
      },
    ),
  )
})
