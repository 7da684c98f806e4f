import { describe, expect, it } from 'vitest'
import type { Frame, LoadCard, RequestFate } from '../../../state/index.ts'
import { chosenOf, placeOf, requestsIn } from './requests.ts'

const served = (tick: number) => ({ pod: 1, tick, fate: undefined })
const failed = (tick: number) => ({ pod: 1, tick, fate: 'refused' as RequestFate })

describe('the requests of a frame', () => {
  it('are those of the load that is looked at', () => {
    const loads = [{ id: 'svc/default/web' }, { id: 'svc/default/db' }] as LoadCard[]
    const requests = Int32Array.of(0, 7, 12, 30, -1, 20, 1, 8, 13, 30, -1, 20, 0, 7, 0, 31, 0, 0)
    const frame = { traffic: { loads, requests } } as unknown as Frame
    expect(requestsIn(frame, loads[0])).toEqual([
      { pod: 12, tick: 30, fate: undefined },
      { pod: 0, tick: 31, fate: 'no-endpoints' },
    ])
    expect(requestsIn(frame, undefined)).toEqual([])
  })

  it('are thinned out evenly, those that failed apart from the rest', () => {
    const all = [served(1), failed(2), served(3), served(4), failed(5), served(6)]
    const ticks = (most: { served: number; failed: number }) => chosenOf(all, most).map(({ tick }) => tick)
    expect(ticks({ served: 9, failed: 9 })).toEqual([1, 2, 3, 4, 5, 6])
    expect(ticks({ served: 2, failed: 1 })).toEqual([1, 2, 4])
    expect(ticks({ served: 0, failed: 2 })).toEqual([2, 5])
  })

  it.each([
    ['no-endpoints', 'service'],
    ['unreachable', 'way'],
    ['timeout', 'pod'],
  ] as const)('that fail by %s are seen to fail at the %s', (fate, place) => {
    expect(placeOf(fate)).toBe(place)
  })
})
