import { expect, it } from 'vitest'
import type { Endpoints } from './endpoints.ts'
import { ServiceView } from './serviceView.ts'

function pods(...slots: number[]): Endpoints {
  return { pods: slots, addresses: slots.map(String), nodes: slots.map(() => 'node-1') }
}

it('reaches each node after its own delay', () => {
  const view = new ServiceView()
  view.put({ sync: 10, endpoints: pods(1) })
  expect(view.at(10, 1)).toBeUndefined()
  expect(view.at(11, 1)?.pods).toEqual([1])
  view.put({ sync: 20, endpoints: pods(1, 2) })
  expect(view.at(22, 3)?.pods).toEqual([1])
  expect(view.at(22, 2)?.pods).toEqual([1, 2])
})

it('is settled, and forgets, when the slowest proxy has followed', () => {
  const view = new ServiceView([{ sync: 10, endpoints: pods(1) }])
  expect([view.settled(13), view.settled(14)]).toEqual([false, true])
  view.put({ sync: 20, endpoints: pods(2) })
  expect([view.settled(23), view.save().length]).toEqual([false, 2])
  expect([view.settled(24), view.save().length]).toEqual([true, 1])
})

it('has one list a sync: the last', () => {
  const view = new ServiceView()
  view.put({ sync: 20, endpoints: pods(1) })
  view.put({ sync: 20, endpoints: pods(2) })
  expect(view.save()).toEqual([{ sync: 20, endpoints: pods(2) }])
})
