import { describe, expect, it } from 'vitest'
import { jumpBetween } from './jump.ts'

const at = (tick: number, horizon = tick) => ({ tick, horizon, playing: false, speed: 1, seeking: false })

describe('a jump of the clock', () => {
  it.each([
    ['quiet time skipped to the next event', at(100), at(510), 16, 410],
    ['a tick stepped', at(100), at(101), 16, 0],
    ['going along the recording', at(100, 900), at(510, 900), 16, 0],
    ['going back', at(510), at(100, 510), 16, 0],
    ['playing at 10×', { ...at(100), playing: true, speed: 10 }, at(300), 2000, 0],
    ['part of the way to a moment', { ...at(100, 900), seeking: true }, at(500, 900), 16, 400],
    ['playing on in a window that was hidden', { ...at(100), playing: true }, at(130), 3000, 0],
  ])('%s', (_what, before, after, milliseconds, ticks) => {
    expect(jumpBetween(before, after, milliseconds)).toBe(ticks)
  })
})
