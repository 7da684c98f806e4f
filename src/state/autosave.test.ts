import { expect, it, vi } from 'vitest'
import type { Save } from '../worker/protocol.ts'
import { Autosave, keyOf, type Shelf, slotOfSandbox } from './autosave.ts'

const scenario = { scenario: 'first' }

function save(changes: Partial<Save> = {}): Save {
  return { v: 1, engine: '0.1.0', cluster: 'sim cluster', seed: 1, log: [], at: 0, ...changes }
}

function savedScenario(at = 0): Save {
  const { cluster: _, ...rest } = save({ scenario: 'first', at })
  return rest
}

class FakeShelf implements Shelf {
  readonly values = new Map<string, unknown>()
  sets = 0
  async get(key: string) {
    return structuredClone(this.values.get(key))
  }
  async set(key: string, value: unknown) {
    this.sets++
    this.values.set(key, structuredClone(value))
  }
  async del(key: string) {
    this.values.delete(key)
  }
}

it('keeps a recording for each scenario and one for the sandbox, and which was last', async () => {
  const autosave = new Autosave(new FakeShelf())
  expect(await autosave.load('sandbox')).toBeUndefined()
  await autosave.keep(scenario, savedScenario(30))
  await autosave.keep('sandbox', save({ at: 7 }))
  expect(await autosave.load(scenario)).toEqual({ save: savedScenario(30) })
  expect(await autosave.load('sandbox')).toEqual({ save: save({ at: 7 }) })
  expect((await autosave.progress()).last).toBe('sandbox')
})

it('keeps sandboxes of other sizes apart', async () => {
  const autosave = new Autosave(new FakeShelf())
  await autosave.keep('sandbox', save({ at: 1 }))
  await autosave.keep(slotOfSandbox('planet'), save({ at: 2 }))
  expect(slotOfSandbox('small')).toBe('sandbox')
  expect(await autosave.load('sandbox')).toEqual({ save: save({ at: 1 }) })
  expect(await autosave.load({ sandbox: 'planet' })).toEqual({ save: save({ at: 2 }) })
  expect((await autosave.progress()).last).toEqual({ sandbox: 'planet' })
})

it.each([
  ['text', 'sim cluster'],
  ['nothing', null],
  ['a number', 3],
  ['a list', []],
  ['a recording without its log', { ...save(), log: undefined }],
  ['a recording of a scenario in the place of the sandbox', savedScenario()],
])('calls %s corrupt', async (_, value) => {
  const shelf = new FakeShelf()
  shelf.values.set(keyOf('sandbox'), value)
  expect(await new Autosave(shelf).load('sandbox')).toEqual({ corrupt: true })
})

it('sets aside what cannot be opened: its place is free, and the newest can be had as a file', async () => {
  const shelf = new FakeShelf()
  const autosave = new Autosave(shelf)
  for (const value of ['first wreck', 'second wreck']) {
    shelf.values.set(keyOf('sandbox'), value)
    await autosave.setAside('sandbox')
    expect(await autosave.load('sandbox')).toBeUndefined()
  }
  expect(await autosave.aside()).toBe('"second wreck"')
  await autosave.dropAside()
  expect(await autosave.aside()).toBeUndefined()
})

it('remembers finished scenarios, whatever was there before', async () => {
  const shelf = new FakeShelf()
  shelf.values.set('kubeloop/finished', ['one', 7, null])
  shelf.values.set('kubeloop/last', { scenario: 7 })
  const autosave = new Autosave(shelf)
  expect(await autosave.progress()).toEqual({ finished: new Set(['one']) })
  await autosave.finish('two')
  await autosave.finish('two')
  expect((await autosave.progress()).finished).toEqual(new Set(['one', 'two']))
  expect(shelf.values.get('kubeloop/finished')).toEqual(['one', 'two'])
})

it('writes only the newest of the recordings that came while the shelf was slow', async () => {
  const shelf = new FakeShelf()
  const autosave = new Autosave(shelf)
  const ticks = Array.from({ length: 50 }, (_, at) => at)
  await Promise.all(ticks.map((at) => autosave.keep('sandbox', save({ at }))))
  expect(await autosave.load('sandbox')).toEqual({ save: save({ at: 49 }) })
  expect(shelf.sets).toBeLessThan(6)
})

it('is quiet where nothing can be kept', async () => {
  const fail = () => Promise.reject(new Error('no database in private windows'))
  const autosave = new Autosave({ get: fail, set: fail, del: fail })
  await autosave.keep('sandbox', save())
  await autosave.setAside('sandbox')
  await autosave.finish('one')
  expect(await autosave.load('sandbox')).toBeUndefined()
  expect(await autosave.aside()).toBeUndefined()
  expect(await autosave.progress()).toEqual({ finished: new Set() })
})

it('does not wait for a shelf that never answers', async () => {
  vi.useFakeTimers()
  const never = () => new Promise<never>(() => {})
  const loading = new Autosave({ get: never, set: never, del: never }).load('sandbox')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await loading).toBeUndefined()
  vi.useRealTimers()
})
