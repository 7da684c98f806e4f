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

  it('keeps the newest twenty thousand, and nothing besides', () => {
    const history = new ValueHistory()
    for (let revision = 1; revision <= 50_000; revision++) {
      history.add(revision, undefined, value(`v${revision}`))
      history.trim(revision)
      expect(history.length).toBe(Math.min(revision, 20_000))
    }
    const oldest = history.start
    expect([oldest - 1, oldest, 50_000].map((at) => history.after(at)?.metadata.name)).toEqual([
      undefined,
      `v${oldest}`,
      'v50000',
    ])
  })

  it('keeps what a reader has not seen, however much that is', () => {
    const history = new ValueHistory()
    for (let revision = 1; revision <= 60_000; revision++) history.add(revision, undefined, value('a'))
    history.trim(9)
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
