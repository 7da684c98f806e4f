import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashWord } from './hash.ts'
import { NamedSlots } from './namedSlots.ts'

it('answers as a map by name does, whatever comes and goes', () => {
  const deed = fc.tuple(fc.constantFrom('come', 'go'), fc.nat({ max: 60 }))
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 400 }), (deeds) => {
      const names: string[] = ['']
      const slots = new NamedSlots((slot) => names[slot])
      const map = new Map<string, number>()
      for (const [what, n] of deeds) {
        const name = `web-${n}`
        const slot = map.get(name)
        if (what === 'come' && slot === undefined) {
          map.set(name, names.push(name) - 1)
          slots.set(name, names.length - 1)
        }
        if (what === 'go') {
          expect(slots.delete(name, slot ?? 1)).toBe(slot !== undefined)
          map.delete(name)
        }
      }
      for (let n = 0; n <= 60; n++) expect(slots.get(`web-${n}`)).toBe(map.get(`web-${n}`))
      expect([...slots.values()].sort((a, b) => a - b)).toEqual([...map.values()].sort((a, b) => a - b))
      expect(slots.size).toBe(map.size)
    }),
  )
})

it('tells names apart that have the same hash', () => {
  // Found by trying names at random.
  const names = ['', 'pod-un4zs918ft', 'pod--fajn6g1hew']
  expect(hashWord('pod-un4zs918ft')).toBe(hashWord('pod--fajn6g1hew'))
  const slots = new NamedSlots((slot) => names[slot])
  slots.set('pod-un4zs918ft', 1)
  expect(slots.get('pod--fajn6g1hew')).toBeUndefined()
  slots.set('pod--fajn6g1hew', 2)
  expect([slots.get('pod-un4zs918ft'), slots.get('pod--fajn6g1hew')]).toEqual([1, 2])
})

it('takes a slot out whose object has gone already, and no other one of the same name', () => {
  const names = ['', 'a', 'a']
  const slots = new NamedSlots((slot) => names[slot])
  slots.set('a', 2)
  names[2] = 'b'
  expect([slots.delete('a', 1), slots.delete('a', 2), slots.size]).toEqual([false, true, 0])
})
