/** The part of a frame that tells of requests. */
import type { Tick } from '../../../sim/core/clock.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { loadCards } from './cards.ts'
import { requestColumn, requestWords, type TrafficFrame } from './format.ts'

/**
 * `seen`: requests that the screen has been told of one by one; undefined: it is to be told of none that are over. `hasPods`:
 * whether somebody looks at the pods behind Services.
 */
export function trafficFrame(
  world: Simulation,
  seconds: Float64Array<ArrayBuffer>,
  seen: number | undefined,
  hasPods: boolean,
): { readonly traffic: TrafficFrame | undefined; readonly requests: number } {
  const { network } = world.components
  const requests = network.book.sampled
  const isAsked = network.runs.length > 0 || world.engine.substrate.loads.size > 0
  if (!isAsked && seconds.length === 0) return { traffic: undefined, requests }
  const rows = seen === undefined ? new Int32Array() : requestRows(world, seen)
  return {
    traffic: { loads: loadCards(world, hasPods), seconds, requests: rows, tick: world.tick },
    requests,
  }
}

/** The last load was taken back before it had sent anything. */
export function noTraffic(tick: Tick): TrafficFrame {
  return { loads: [], seconds: new Float64Array(), requests: new Int32Array(), tick }
}

function requestRows({ components }: Simulation, seen: number): Int32Array<ArrayBuffer> {
  const { network } = components
  const numbers = new Map(network.runs.map(({ load, number }) => [load.id, number]))
  const samples = network.book.samplesSince(seen)
  const rows = new Int32Array(samples.length * requestWords)
  samples.forEach(({ load, service, pod, tick, outcome, millis }, i) => {
    const at = i * requestWords
    rows[at + requestColumn.load] = numbers.get(load) ?? 0
    rows[at + requestColumn.service] = service
    rows[at + requestColumn.pod] = pod
    rows[at + requestColumn.tick] = tick
    rows[at + requestColumn.fate] = outcome
    rows[at + requestColumn.millis] = Math.round(millis)
  })
  return rows
}
