import { describe, expect, it } from 'vitest'
import type { Stored } from './stored.ts'
import { ValueHistory } from './valueHistory.ts'

const value = (name: string): Stored => ({ metadata: { name, uid: name } })

describe('the history of values', () => {
  it('tells what was there before a write and after it, and nothing of other revisions', () => {
    const history = new ValueHistory()
    history.add(1, undefined, value('a'))
    history.add(4, value('a'), value('b'))
    expect([1, 2, 3, 4].map((at) => history.before(at)?.metadata.name)).toEqual([
      undefined,
      undefined,
      undefined,
      'a',
    ])
    expect([1, 2, 3, 4, 5].map((at) => history.after(at)?.metadata.name)).toEqual([
      'a',
      undefined,
      undefined,
      'b',
      undefined,
    ])
  })

  it('keeps the newest twenty thousand, and drops the rest five thousand at a time', () => {
    const history = new ValueHistory()
    for (let revision = 1; revision < 25_000; revision++) history.add(revision, undefined, value('a'))
    history.trim(24_999, 24_999)
    expect([history.start, history.length]).toEqual([1, 24_999])
    history.add(25_000, undefined, value('b'))
    history.trim(25_000, 25_000)
    expect([history.start, history.length]).toEqual([5001, 20_000])
    expect([history.after(5000), history.after(25_000)?.metadata.name]).toEqual([undefined, 'b'])
  })

  it('keeps what a reader has not seen, however much that is', () => {
    const history = new ValueHistory()
    for (let revision = 1; revision <= 60_000; revision++) history.add(revision, undefined, value('a'))
    history.trim(9, 60_000)
    expect([history.start, history.length]).toEqual([10, 59_991])
  })

  it('is put back to what watchers had not been told of', () => {
    const history = new ValueHistory()
    for (const revision of [1, 2, 3]) history.add(revision, undefined, value(`v${revision}`))
    const image = history.image(2)
    history.add(4, undefined, value('v4'))
    history.restore(image)
    expect([history.start, history.length]).toEqual([3, 1])
    history.add(4, undefined, value('again'))
    expect([2, 3, 4].map((at) => history.after(at)?.metadata.name)).toEqual([undefined, 'v3', 'again'])
  })
})
