import { expect, test } from 'vitest'
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { Nodes } from '../../api/kinds/node/index.ts'
import type { ApiObject } from '../../api/types/index.ts'
import { causedBy } from '../../core/ledger.ts'
import { buildCluster } from '../../world/genesis.ts'
import { Simulation } from '../../world/simulation.ts'
import { itself } from './eventStore.ts'
import type { EventNote } from './note.ts'

function cluster() {
  const world = new Simulation({ seed: 1 })
  const machine = { cpu: '4', memory: '8Gi', pods: 110, zone: 'zone-a', labels: {} }
  buildCluster(world, [{ ...machine, name: 'a' }], 'sim cluster')
  const { server, state } = world.engine
  const node = server.require(Nodes, '', 'a')
  const store = server.eventStore
  const say = (message: string, more: Partial<EventNote> = {}) =>
    store.record({ actor: 'tester', cause: causedBy(0) }, node, {
      type: 'Normal',
      reason: 'Tested',
      message,
      ...more,
    })
  const told = () =>
    store.about(node).filter(({ reason }) => reason === 'Tested') as {
      message: string
      count?: number
    }[]
  const lines = () => told().map(({ message, count }) => `${message} ×${count ?? '-'}`)
  const remove = (object: ApiObject) =>
    state.registry.remove(state.tick, 'tester', state.registry.slotWritten(object), causedBy(0))
  return { server, state, store, say, told, lines, node, remove }
}

test('the same is counted, and something else is told beside it', () => {
  const { say, lines } = cluster()
  for (const text of ['one', 'two', 'one']) say(text)
  say('one', { type: 'Warning' })
  expect(lines()).toEqual(['one ×2', 'two ×1', 'one ×1'])
})

test('more than ten that differ in their message are combined, and show the newest', () => {
  const { say, lines } = cluster()
  for (let i = 1; i <= 12; i++) say(`number ${i}`)
  expect(lines()).toHaveLength(10)
  expect(lines().at(-1)).toBe('(combined from similar events): number 12 ×3')
})

test('a component that talks too much about one object is not heard until it has been silent', () => {
  const { say, state } = cluster()
  const heard = Array.from({ length: 30 }, (_, i) => say(`${i}`)).filter((revision) => revision > 0)
  expect(heard).toHaveLength(25)
  state.tick += 3000
  expect(say('again')).toBeGreaterThan(0)
  expect(say('and again')).toBe(0)
})

test('a message may speak of the object itself', () => {
  const { say, told } = cluster()
  say(`Looked at ${itself}`)
  expect(told()[0]?.message).toBe('Looked at a')
})

test('what nobody repeats for an hour is gone', () => {
  const { say, lines, state } = cluster()
  say('old')
  state.tick += 20_000
  say('young')
  state.tick += 20_000
  expect(lines()).toEqual(['young ×1'])
  say('new')
  expect(lines()).toEqual(['young ×1', 'new ×1'])
})

test('an object that has long been gone is still told of by its name, as long as somebody speaks of it', () => {
  const { server, say, told, state, node, remove } = cluster()
  const slot = state.registry.slotWritten(node)
  remove(node)
  state.tick += 5 * 36_000
  const other = server.storedList(Namespaces)[0] as ApiObject
  remove(other)
  expect(state.registry.identity(slot)).toBeUndefined()
  say(`Stopped ${itself}`)
  expect(told()).toMatchObject([
    { message: 'Stopped a', involvedObject: { name: 'a', uid: node.metadata.uid } },
  ])
})

test('it comes back as it was saved, whatever was said since', () => {
  const { say, store, lines } = cluster()
  for (const text of ['one', 'two', 'one']) say(text)
  const saved = store.image()
  const hash = store.hash()
  say('two')
  say('three')
  expect(store.hash()).not.toEqual(hash)
  store.restore(saved)
  expect(store.hash()).toEqual(hash)
  expect(lines()).toEqual(['one ×2', 'two ×1'])
  say('three')
  expect(lines()).toEqual(['one ×2', 'two ×1', 'three ×1'])
})

test('all are there in order of namespace and name, and those of objects with the same name are mixed', () => {
  const { server, store, say } = cluster()
  const caller = { actor: 'tester', cause: causedBy(0) }
  for (const name of ['b', 'a-1', 'a'])
    server.create(caller, Namespaces, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } } as never)
  const about = (name: string, message: string) =>
    store.record(caller, server.require(Namespaces, '', name), { type: 'Normal', reason: 'Tested', message })
  for (const round of ['one', 'two']) {
    for (const name of ['b', 'a', 'a-1']) about(name, round)
    say(round)
  }
  const key = ({ metadata }: ApiObject) => `${metadata.namespace}/${metadata.name}`
  const inOrder = (namespace?: string) => {
    const events: string[] = []
    store.eachByName(namespace, (event) => events.push(key(event)))
    return events
  }
  const all = inOrder()
  expect(all).toEqual(store.list().map(key).sort())
  expect(all.length).toBeGreaterThan(6)
  expect(inOrder('elsewhere')).toEqual([])
})
