import { describe, expect, it } from 'vitest'
import { dateText, microTimeText, parseTime, tickOfTime, ticksOf, timeText, unixSeconds } from './clock.ts'

describe('the clock', () => {
  it.each([
    [0, '2026-01-01T00:00:00Z'],
    [9, '2026-01-01T00:00:00Z'],
    [10, '2026-01-01T00:00:01Z'],
    [86_400 * 10 * 58, '2026-02-28T00:00:00Z'],
    [86_400 * 10 * 59, '2026-03-01T00:00:00Z'],
    [86_400 * 10 * (365 + 365 + 59), '2028-02-29T00:00:00Z'],
  ])('writes tick %i as %s', (tick, text) => {
    expect(timeText(tick)).toBe(text)
    expect(tickOfTime(text)).toBe(tick - (tick % 10))
  })

  it('writes tenths of a second where microseconds are asked for', () => {
    expect(microTimeText(123)).toBe('2026-01-01T00:00:12.300000Z')
  })

  it('agrees with the calendar of the platform over four centuries', () => {
    for (let day = 0; day < 146_097; day += 97) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 19)
      expect(dateText(day * 86_400)).toBe(text)
      expect(parseTime(`${text}Z`)).toBe(day * 86_400)
    }
  })

  it('rounds durations up to whole ticks, and answers NaN for what is no time', () => {
    expect(ticksOf(0.05)).toBe(1)
    expect(unixSeconds(15)).toBe(1_767_225_601.5)
    expect(parseTime('yesterday')).toBeNaN()
  })
})
