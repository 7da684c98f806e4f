import { expect, it } from 'vitest'
import { SlotMap } from './slotMap.ts'

it('keeps a record a slot, in slot order whatever the order they came in', () => {
  const map = new SlotMap<{ readonly name: string }>()
  map.set(5, { name: 'five' })
  map.set(2, { name: 'two' })
  map.set(5, { name: 'other' })
  expect([map.size, map.get(5)?.name, map.get(3), map.get(99)]).toEqual([2, 'other', undefined, undefined])
  expect(map.values().map(({ name }) => name)).toEqual(['two', 'other'])
})

it('is saved and loaded, and what is deleted afterwards stays in what was saved', () => {
  const map = new SlotMap<object>()
  map.set(1, {})
  map.set(3, {})
  const saved = map.save()
  map.delete(3)
  map.delete(3)
  map.delete(7)
  expect(map.size).toBe(1)
  map.load(saved)
  expect([map.size, map.get(3)]).toEqual([2, {}])
})

it('takes room for the records that are there, not for those that have been there', () => {
  const map = new SlotMap<object>()
  for (let slot = 1; slot <= 20_000; slot++) {
    map.set(slot, {})
    if (slot > 100) map.delete(slot - 100)
  }
  expect(map.size).toBe(100)
  expect(map.places).toBeLessThanOrEqual(1024)
})
