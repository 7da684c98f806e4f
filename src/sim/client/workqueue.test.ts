import { describe, expect, it } from 'vitest'
import { causedBy } from '../core/ledger.ts'
import { TokenBucket } from './tokenBucket.ts'
import { Workqueue } from './workqueue.ts'

describe('the work queue', () => {
  it('lets a key wait once, and keeps the first and last reason with their number', () => {
    const queue = new Workqueue()
    queue.add('a', causedBy(1))
    queue.add('b', causedBy(2))
    queue.add('a', causedBy(3))
    expect(queue.depth).toBe(2)
    expect(queue.take()).toEqual({ key: 'a', cause: { first: 1, last: 3, count: 2 } })
    expect(queue.take()?.key).toBe('b')
    expect(queue.take()).toBeUndefined()
  })

  it('goes on with a held key before any other, together with what came in meanwhile', () => {
    const queue = new Workqueue()
    queue.add('b', causedBy(1))
    queue.hold({ key: 'a', cause: causedBy(2) })
    queue.add('a', causedBy(3))
    expect(queue.take()).toEqual({ key: 'a', cause: { first: 2, last: 3, count: 2 } })
    expect(queue.take()?.key).toBe('b')
    expect(queue.depth).toBe(0)
  })

  it('gives keys out in the order they came, those that come while it runs empty and those that come again included', () => {
    const queue = new Workqueue()
    const taken: (string | undefined)[] = []
    const come = (...keys: readonly string[]) => {
      for (const key of keys) queue.add(key, causedBy(1))
    }
    come('a', 'b', 'c')
    taken.push(queue.take()?.key)
    come('a', 'd')
    queue.hold({ key: 'c', cause: causedBy(2) })
    for (let i = 0; i < 5; i++) taken.push(queue.take()?.key)
    come('e', 'b')
    for (let i = 0; i < 3; i++) taken.push(queue.take()?.key)
    expect(taken).toEqual(['a', 'c', 'b', 'a', 'd', undefined, 'e', 'b', undefined])
  })

  it('backs off 5 ms · 2ⁿ up to 1000 s, in whole ticks, until the key is forgotten', () => {
    const queue = new Workqueue()
    const delays = Array.from({ length: 20 }, () => queue.failureDelay('a'))
    expect(delays.slice(0, 10)).toEqual([1, 1, 1, 1, 1, 2, 4, 7, 13, 26])
    expect(delays[19]).toBe(10_000)
    expect(queue.failureDelay('b')).toBe(1)
    queue.forget('a')
    expect(queue.failureDelay('a')).toBe(1)
  })

  it('is saved and loaded with its order', () => {
    const queue = new Workqueue()
    for (const key of ['c', 'a', 'b']) queue.add(key, causedBy(1))
    const other = new Workqueue()
    other.load(queue.save())
    queue.take()
    expect(other.keys(3)).toEqual(['c', 'a', 'b'])
  })
})

describe('the token bucket', () => {
  const bucket = () => new TokenBucket(() => ({ qps: 20, burst: 30 }))

  it('gives its burst at once and then 20 a second', () => {
    const tokens = bucket()
    let taken = 0
    for (let tick = 0; tick <= 100; tick++) {
      while (tokens.available(tick) > 0) {
        tokens.take(tick)
        taken++
      }
    }
    expect(taken).toBe(30 + 10 * 20)
  })

  it('may be overdrawn, and then nothing begins until it has recovered', () => {
    const tokens = bucket()
    for (let i = 0; i < 40; i++) tokens.take(0)
    expect([0, 4, 5, 6].map((tick) => tokens.available(tick))).toEqual([0, 0, 0, 2])
  })
})
