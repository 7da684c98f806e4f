import { describe, expect, it } from 'vitest'
import { machineHours, machineTicks, metered, newMeter } from './meter.ts'

describe('the meter of a pool', () => {
  it('adds up machines times time, whenever it is read', () => {
    const two = metered(newMeter, 2, 100)
    const one = metered(two, 1, 400)
    expect([100, 250, 400].map((tick) => machineTicks(two, tick))).toEqual([0, 300, 600])
    expect([400, 500].map((tick) => machineTicks(one, tick))).toEqual([600, 700])
  })

  it('counts in hours', () => {
    expect(machineHours(metered(newMeter, 3, 0), 36_000)).toBe(3)
  })
})
