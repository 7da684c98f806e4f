import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noCause } from './ledger.ts'
import { Timers } from './timers.ts'

const timer = (key: string) => ({ owner: 'test', key, tag: 0, cause: noCause })

it('fires in order of time, and in order of setting within a tick', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (ticks) => {
      const timers = new Timers()
      for (const [i, tick] of ticks.entries()) timers.set(tick, timer(`${i}`))
      const expected = ticks.map((tick, i) => ({ tick, i })).sort((a, b) => a.tick - b.tick || a.i - b.i)
      const taken: string[] = []
      for (let tick = 0; tick <= 50; tick++) {
        expect(timers.next).toBeGreaterThanOrEqual(tick)
        for (const { key } of timers.takeDue(tick)) taken.push(key)
      }
      expect(taken).toEqual(expected.map(({ i }) => `${i}`))
      expect(timers.next).toBe(Number.POSITIVE_INFINITY)
    }),
  )
})

it('comes back from a save as it was', () => {
  const timers = new Timers()
  for (const tick of [9, 3, 9, 5]) timers.set(tick, timer(`at ${tick}`))
  const saved = timers.save()
  timers.takeDue(100)
  timers.load(saved)
  expect(timers.takeDue(9).map(({ key }) => key)).toEqual(['at 3', 'at 5', 'at 9', 'at 9'])
})
