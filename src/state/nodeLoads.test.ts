import { expect, it } from 'vitest'
import { looks, overBit } from '../worker/looks.ts'
import { NodeLoads } from './nodeLoads.ts'

const ready = looks.indexOf('ready')
const none = new Int32Array()
const [node, other, owner] = [1, 2, 3]
/** Of pods with these slots. */
const rows = (state: number, on: number, ...slots: readonly number[]) =>
  Int32Array.from(slots.flatMap((slot) => [slot, state, on, owner]))

it('adds up what pods request, by their owner or by themselves', () => {
  const loads = new NodeLoads()
  loads.apply(Int32Array.of(owner, 250, 12, 900), rows(ready, node, 10, 11, 12))
  expect(loads.cpuOf(node)).toBe(1400)
  expect(loads.cpuOf(other)).toBe(0)
})

it('follows pods that move, are over or go', () => {
  const loads = new NodeLoads()
  loads.apply(Int32Array.of(owner, 250), rows(ready, node, 10, 11, 12))
  loads.apply(none, rows(ready, other, 10))
  expect([loads.cpuOf(node), loads.cpuOf(other)]).toEqual([500, 250])
  loads.apply(none, rows(ready | overBit, node, 11))
  loads.apply(none, rows(0, 0, 12))
  expect(loads.cpuOf(node)).toBe(0)
})

it('tells what it knows of requests as it was told', () => {
  const loads = new NodeLoads()
  loads.apply(Int32Array.of(owner, 250, 12, 900), rows(ready, node, 12))
  const again = new NodeLoads()
  again.apply(loads.requests(), rows(ready, node, 12, 13))
  expect(again.cpuOf(node)).toBe(1150)
})
