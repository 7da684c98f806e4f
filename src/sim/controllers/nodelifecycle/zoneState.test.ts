import { describe, expect, it } from 'vitest'
import { evictionRate, judgeDisruption, type ZoneCount, zoneState } from './zoneState.ts'

describe('the state of a zone', () => {
  it.each([
    [0, 0, 'Normal'],
    [0, 1, 'FullDisruption'],
    [1, 2, 'Normal'],
    [2, 3, 'PartialDisruption'],
    [9, 11, 'PartialDisruption'],
    [10, 10, 'Normal'],
    [3, 3, 'Normal'],
  ])('with %d nodes ready and %d not is %s', (ready, notReady, state) => {
    expect(zoneState(ready, notReady)).toBe(state)
  })

  it('stops evictions in a small zone that is partly down and slows them in a large one', () => {
    expect([50, 51].map((size) => evictionRate('PartialDisruption', size))).toEqual([0, 0.01])
    expect(evictionRate('FullDisruption', 5)).toBe(0.1)
  })
})

describe('a cluster that goes dark', () => {
  const up: ZoneCount = { ready: 2, notReady: 0 }
  const down: ZoneCount = { ready: 0, notReady: 2 }
  const zones = (a: ZoneCount, b: ZoneCount) =>
    new Map([
      ['a', a],
      ['b', b],
    ])
  const before = judgeDisruption(new Map(), zones(up, up))

  it('stops all evictions when the last zone goes down, and says so once', () => {
    const dark = judgeDisruption(before.states, zones(down, down))
    expect(dark).toMatchObject({
      blackout: 'entering',
      rates: new Map([
        ['a', 0],
        ['b', 0],
      ]),
    })
    expect(judgeDisruption(dark.states, zones(down, down))).toMatchObject({
      blackout: 'inside',
      rates: new Map(),
    })
  })

  it('sets every rate anew when the first node comes back', () => {
    const dark = judgeDisruption(before.states, zones(down, down))
    const dawn = judgeDisruption(dark.states, zones(up, down))
    expect(dawn).toMatchObject({
      blackout: 'leaving',
      rates: new Map([
        ['a', 0.1],
        ['b', 0.1],
      ]),
    })
  })

  it('changes only the rates of zones whose state changed, as long as one is up', () => {
    const half = judgeDisruption(before.states, zones(up, down))
    expect(half).toMatchObject({ blackout: 'none', rates: new Map([['b', 0.1]]) })
  })
})
