import { describe, expect, it } from 'vitest'
import { backedOff, isBackedOff } from './backOff.ts'
import { goDuration } from './provisioning.ts'

const limits = { backOff: 100, backOffMax: 350, backOffReset: 10_000 }

describe('a pool that fails', () => {
  it('is left alone for longer every time, up to a limit', () => {
    let backOff = backedOff(undefined, 0, limits)
    const lasts = [backOff.lasts]
    for (let i = 0; i < 3; i++) {
      backOff = backedOff(backOff, backOff.until, limits)
      lasts.push(backOff.lasts)
    }
    expect(lasts).toEqual([100, 200, 350, 350])
  })

  it('is not left alone longer for failures in the meantime', () => {
    const first = backedOff(undefined, 0, limits)
    expect(backedOff(first, 50, limits).until).toBe(100)
    expect([99, 100].map((tick) => isBackedOff(first, tick))).toEqual([true, false])
  })

  it('begins anew after a long time without failures', () => {
    const second = backedOff(backedOff(undefined, 0, limits), 100, limits)
    expect(backedOff(second, 20_000, limits).lasts).toBe(100)
  })
})

it.each([
  [405, '40.5s'],
  [9100, '15m10s'],
  [36_600, '1h1m0s'],
])('writes %i ticks as Go does: %s', (ticks, text) => {
  expect(goDuration(ticks)).toBe(text)
})
