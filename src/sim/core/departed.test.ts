import { describe, expect, it } from 'vitest'
import { ticksOf } from './clock.ts'
import { Departed } from './departed.ts'

const threeHours = ticksOf(3 * 3600)
const named = (name: string) => ({ name, namespace: 'n', uid: `uid-${name}` })

describe('who has departed', () => {
  it('is known by slot and by uid', () => {
    const departed = new Departed()
    departed.add(7, { ...named('x'), labels: {} } as never, 1)
    departed.add(9, { name: 'node', uid: 'u' }, 2)
    expect(departed.identity(7)).toEqual(named('x'))
    expect(departed.identity(9)).toEqual({ name: 'node', uid: 'u' })
    expect(departed.nameAt(7)).toMatchObject({ name: 'x', namespace: 'n' })
    expect([departed.identity(8), departed.nameAt(8)]).toEqual([undefined, undefined])
    expect([departed.slotOf('uid-x'), departed.slotOf('u'), departed.slotOf('nobody')]).toEqual([7, 9, 0])
  })

  it('is identified for three hours, however many they are', () => {
    const departed = new Departed()
    for (let slot = 1; slot <= 30_000; slot++) departed.add(slot, named(`x${slot}`), slot)
    expect(departed.identity(1)).toEqual(named('x1'))
    expect(departed.size).toBe(30_000)
  })

  it('is known by name alone afterwards', () => {
    const departed = new Departed()
    departed.add(1, named('x'), 0)
    departed.add(2, { name: 'node', uid: 'u' }, 0)
    departed.add(3, named('later'), threeHours)
    expect([departed.identity(1), departed.slotOf('uid-x')]).toEqual([undefined, 0])
    expect([departed.nameAt(1), departed.nameAt(2)]).toEqual([
      { name: 'x', namespace: 'n' },
      { name: 'node' },
    ])
  })

  it('is forgotten when twenty thousand more are known by name alone', () => {
    const departed = new Departed()
    for (let slot = 1; slot <= 20_001; slot++) departed.add(slot, named(`x${slot}`), 0)
    departed.add(20_002, named('later'), threeHours)
    expect([departed.nameAt(1), departed.nameAt(2)]).toEqual([undefined, { name: 'x2', namespace: 'n' }])
    expect(departed.size).toBe(20_001)
  })

  it('takes no more room however many come and go', () => {
    const departed = new Departed()
    for (let slot = 1; slot <= 60_000; slot++) departed.add(slot, named(`x${slot}`), slot * threeHours)
    expect(departed.size).toBe(20_001)
    expect(departed.places).toBeLessThan(22_000)
    expect(departed.nameAt(59_999)).toEqual({ name: 'x59999', namespace: 'n' })
  })

  it('has one name where it leaves again after a return', () => {
    const departed = new Departed()
    for (const slot of [1, 2]) departed.add(slot, named(`x${slot}`), 0)
    departed.add(3, named('later'), threeHours)
    departed.add(1, named('other'), 5)
    departed.add(3, named('later'), threeHours + 5)
    expect(departed.nameAt(1)?.name).toBe('other')
    expect(departed.size).toBe(3)
  })
})
