import { expect, it } from 'vitest'
import { looks } from '../worker/protocol.ts'
import { PodTable } from './podTable.ts'

const row = (slot: number, look: (typeof looks)[number], node = 0, revision = 0, restarts = 0) => [
  slot,
  looks.indexOf(look) | (restarts << 4) | (revision << 16),
  node,
  7,
]

function table(...rows: number[][]): PodTable {
  const made = new PodTable()
  made.apply({ pods: Int32Array.from(rows.flat()), podNames: [[1, 'default', 'web-1']] })
  return made
}

it('makes a card of a pod while someone looks at it, the same one until it changes', () => {
  const pods = table(row(1, 'ready', 5, 2, 3))
  const card = pods.get(1)
  expect(card).toEqual({
    slot: 1,
    namespace: 'default',
    name: 'web-1',
    look: 'ready',
    restarts: 3,
    revision: 2,
    node: 5,
    owner: 7,
  })
  expect(pods.get(1)).toBe(card)
  pods.apply({ pods: Int32Array.from(row(1, 'failed', 5, 2, 4)), podNames: [] })
  expect(pods.get(1)).toMatchObject({ look: 'failed', restarts: 4, name: 'web-1' })
})

it('counts pods by node and by look as they change', () => {
  const pods = table(row(1, 'unbound'), row(2, 'ready', 5), row(3000, 'starting', 5))
  expect([pods.size, pods.countOf('ready'), pods.countOn(5), pods.countOn(0).pods]).toEqual([
    3,
    1,
    { pods: 2, ready: 1 },
    1,
  ])
  pods.apply({ pods: Int32Array.from([...row(1, 'ready', 5), ...row(2, 'gone')]), podNames: [] })
  expect([pods.size, pods.countOn(5), pods.countOn(0).pods, pods.get(2)]).toEqual([
    2,
    { pods: 2, ready: 1 },
    0,
    undefined,
  ])
})

it('lists pods in order of creation, all or some or those of a node', () => {
  const pods = table(row(30, 'ready', 5), row(2, 'ready', 5), row(9, 'ready', 6))
  expect(pods.all().map(({ slot }) => slot)).toEqual([2, 9, 30])
  expect(pods.first(2).map(({ slot }) => slot)).toEqual([2, 9])
  expect(pods.slotsOn(5)).toEqual([2, 30])
})

it('hands all of itself on as rows', () => {
  const pods = table(row(30, 'ready', 5, 1), row(2, 'unbound'))
  const copy = new PodTable()
  copy.apply({ pods: pods.rows(), podNames: [] })
  expect(copy.all()).toEqual(pods.all())
})

it('learns names that are asked for, of pods that are there', () => {
  const pods = table(row(4, 'ready'))
  expect([pods.isNamed(4), pods.named('api-4')]).toEqual([false, 0])
  pods.learn([
    [4, 'default', 'api-4'],
    [5, 'default', 'api-5'],
  ])
  expect([pods.get(4)?.name, pods.named('api-4', 'default'), pods.named('api-5')]).toEqual(['api-4', 4, 0])
  expect(pods.named('api-4', 'other')).toBe(0)
})
