import { describe, expect, it } from 'vitest'
import { clockText, durationText, momentText } from './time.ts'

describe('simulated time in words', () => {
  it.each([
    [0, '0.0 s', '0.0초'],
    [32, '3.2 s', '3.2초'],
    [100, '10 s', '10초'],
    [419, '41 s', '41초'],
    [600, '1 min', '1분'],
    [2503, '4 min 10 s', '4분 10초'],
    [36_000, '1 h', '1시간'],
    [39_059, '1 h 5 min', '1시간 5분'],
    [864_000 + 36_000, '1 d 1 h', '1일 1시간'],
  ])('%i ticks last %s, %s', (ticks, en, ko) => {
    expect([durationText(ticks, 'en'), durationText(ticks, 'ko')]).toEqual([en, ko])
  })

  it('leaves tenths out on an axis', () => {
    expect([0, 5, 50, 600].map((tick) => momentText(tick, 'en'))).toEqual(['0 s', '0.5 s', '5 s', '1 min'])
  })

  it('reads as a clock to the tenth', () => {
    expect([clockText(0), clockText(2503), clockText(36_000 * 27 + 599)]).toEqual([
      '00:00:00.0',
      '00:04:10.3',
      '27:00:59.9',
    ])
  })
})
