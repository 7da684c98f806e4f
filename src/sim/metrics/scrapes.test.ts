import { describe, expect, it } from 'vitest'
import { perSecond, type Samples } from './samples.ts'
import { lastScrapeBefore, nextScrapeAfter, windowOf } from './scrapes.ts'

const resolution = 150

describe('the scrapes of a node', () => {
  it('come once a resolution, at the phase of the node', () => {
    expect(lastScrapeBefore(400, 70, resolution)).toBe(370)
    expect(lastScrapeBefore(371, 70, resolution)).toBe(370)
    expect(lastScrapeBefore(370, 70, resolution)).toBe(220)
    expect(nextScrapeAfter(370, 70, resolution)).toBe(520)
    expect(nextScrapeAfter(369, 70, resolution)).toBe(370)
  })
})

describe('a container', () => {
  const scrapes = { last: 1000, previous: 850, hasPrevious: true }

  it.each([
    ['that ran at both scrapes is told of between them', 100, scrapes, { from: 850, to: 1000 }],
    ['that is ten seconds old is told of from its start', 900, scrapes, { from: 900, to: 1000 }],
    ['that is younger is not known yet', 905, scrapes, undefined],
    ['that began at the scrape before is not known yet', 850, scrapes, undefined],
    ['whose node did not answer before is not known', 100, { ...scrapes, hasPrevious: false }, undefined],
  ] as const)('%s', (_, started, seen, window) => {
    expect(windowOf(started, seen, resolution)).toEqual(window)
  })
})

describe('a rate', () => {
  const samples: Samples = [
    { at: 1000, cpuMicros: 9_000_000, requests: 400, memoryBytes: 0 },
    { at: 850, cpuMicros: 3_000_000, requests: 100, memoryBytes: 0 },
  ]

  it('is the difference of two readings in a second', () => {
    expect(perSecond(samples, 'cpuMicros', { from: 850, to: 1000 })).toBe(400_000)
    expect(perSecond(samples, 'requests', { from: 850, to: 1000 })).toBe(20)
  })

  it('counts from the last reading when the process is a new one, and from nothing when there is none', () => {
    expect(perSecond(samples, 'cpuMicros', { from: 900, to: 1000 })).toBe(600_000)
    expect(perSecond([samples[0]], 'cpuMicros', { from: 850, to: 1000 })).toBe(600_000)
    expect(perSecond(undefined, 'cpuMicros', { from: 850, to: 1000 })).toBe(0)
  })
})
