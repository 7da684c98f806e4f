import { describe, expect, it } from 'vitest'
import { ticksOf } from './clock.ts'
import { Departed } from './departed.ts'

const named = (name: string) => ({ name, namespace: 'n', uid: `uid-${name}` })

describe('who has departed', () => {
  it('is known by slot and by uid', () => {
    const departed = new Departed()
    departed.add(7, { ...named('x'), labels: {} } as never, 1)
    departed.add(9, { name: 'node', uid: 'u' }, 2)
    expect(departed.identity(7)).toEqual(named('x'))
    expect(departed.identity(9)).toEqual({ name: 'node', uid: 'u' })
    expect(departed.identity(8)).toBeUndefined()
    expect([departed.slotOf('uid-x'), departed.slotOf('u'), departed.slotOf('nobody')]).toEqual([7, 9, 0])
  })

  it('is remembered for three hours, however many they are', () => {
    const departed = new Departed()
    for (let slot = 1; slot <= 30_000; slot++) departed.add(slot, named(`x${slot}`), slot)
    expect(departed.size).toBe(30_000)
  })

  it('is forgotten after three hours where twenty thousand have gone since', () => {
    const departed = new Departed()
    for (let slot = 1; slot <= 20_000; slot++) departed.add(slot, named(`x${slot}`), 0)
    departed.add(20_001, named('later'), ticksOf(3 * 3600))
    expect(departed.size).toBe(20_000)
    expect(departed.identity(1)).toBeUndefined()
    expect(departed.identity(2)).toEqual(named('x2'))
  })
})
