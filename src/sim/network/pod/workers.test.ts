import { describe, expect, it } from 'vitest'
import { idleWorkers, nextWorker, quotaOf, threadsOf, work } from './workers.ts'

const run = { finish: 0, throttled: 0 }

describe('a process has threads', () => {
  it.each([
    [0, 4000, 4],
    [500, 4000, 1],
    [1000, 4000, 1],
    [1500, 4000, 2],
    [8000, 4000, 4],
    [0, 500, 1],
  ])('limit %i on a machine of %i: %i', (limit, machine, threads) => {
    expect(threadsOf(limit, machine)).toBe(threads)
  })

  it('that share its limit evenly', () => {
    expect(quotaOf(500, 1)).toBe(50_000)
    expect(quotaOf(1500, 2)).toBe(75_000)
    expect(quotaOf(4000, 4)).toBe(100_000)
  })

  it('and gives work to the one that is free first', () => {
    const workers = idleWorkers(3, 0)
    workers.freeAt = [30, 10, 20]
    expect(nextWorker(workers)).toBe(1)
  })
})

describe('a thread', () => {
  it('without a limit works until it is done', () => {
    expect(work(idleWorkers(1, 0), 0, 12_345, 250_000, 100_000, run)).toEqual({
      finish: 262_345,
      throttled: 0,
    })
  })

  it('at half a core stands still for the second half of each period', () => {
    const workers = idleWorkers(1, 0)
    expect(work(workers, 0, 0, 120_000, 50_000, run)).toEqual({ finish: 220_000, throttled: 100_000 })
    expect(workers.freeAt).toEqual([220_000])
  })

  it('has only what earlier work has left of its period', () => {
    const workers = idleWorkers(1, 0)
    work(workers, 0, 0, 40_000, 50_000, run)
    expect(work(workers, 0, 60_000, 20_000, 50_000, run)).toEqual({ finish: 110_000, throttled: 30_000 })
  })

  it('that begins late in a period goes on into the next without standing still', () => {
    expect(work(idleWorkers(1, 0), 0, 90_000, 30_000, 50_000, run)).toEqual({ finish: 120_000, throttled: 0 })
  })
})
