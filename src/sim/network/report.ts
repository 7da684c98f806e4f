/** What can be told of a load and of the Service behind it, now: for conditions, commands and screens. */
import type { Engine } from '../client/engine.ts'
import { microsPerTick } from './load/rate.ts'
import type { Network } from './network.ts'
import { causes, type FailureCause } from './outcome.ts'
import { meanWait } from './queueing/erlang.ts'
import { failedOf, type Recent, recentOf, type Tally } from './tally.ts'

export interface Counts extends Recent {
  readonly served: number
  readonly failed: number
  /** By cause; only those that occurred. */
  readonly failures: Readonly<Partial<Record<FailureCause, number>>>
}

export interface RevisionCounts extends Counts {
  /** The pods' template hash. */
  readonly revision: string
}

export interface TrafficReport extends Counts {
  readonly id: string
  /** Requests begun: each is served, failed or in flight. */
  readonly sent: number
  readonly inFlight: number
  readonly endpoints: number
  /** Of the Service, attempt by attempt, for each revision of its pods. */
  readonly revisions: readonly RevisionCounts[]
  /** What a queue with as many threads would do under as much work: the share of its time that it is busy, 1 and more
   *  being too much, and the mean wait in milliseconds (M/M/c, an even spread over the endpoints). */
  readonly expected: { readonly utilisation: number; readonly waitMillis: number } | undefined
}

/** Undefined where there never was such a load. `id`: "svc/default/web". */
export function reportOf(engine: Engine, network: Network, id: string): TrafficReport | undefined {
  const run = network.runs.find(({ load }) => load.id === id)
  if (run === undefined) return undefined
  const at = engine.state.tick * microsPerTick
  const endpoints = network.endpointsOf(run.service)
  const counts = countsOf(network.book.ofLoad(run.number), at)
  return {
    id,
    sent: run.arrivals,
    inFlight: run.inFlight,
    endpoints: endpoints.length,
    revisions: revisionsOf(network, run.service, at),
    expected: expectedOf(engine, network, endpoints, counts.rps),
    ...counts,
  }
}

export function podCounts(engine: Engine, network: Network, slot: number): Counts | undefined {
  const tally = network.book.pods.get(slot)
  return tally && countsOf(tally, engine.state.tick * microsPerTick)
}

function countsOf(tally: Tally, at: number): Counts {
  const failures = causes.flatMap((cause, i) => (tally.failed[i] ? [[cause, tally.failed[i]] as const] : []))
  return {
    served: tally.served,
    failed: failedOf(tally),
    failures: Object.fromEntries(failures),
    ...recentOf(tally, at),
  }
}

function revisionsOf(network: Network, service: number, at: number): readonly RevisionCounts[] {
  return [...network.book.revisionsOf(service)].map(([revision, tally]) => ({
    revision,
    ...countsOf(tally, at),
  }))
}

/** From what its pods' processes have been asked for so far, and the mean cost of a request. */
function expectedOf(
  engine: Engine,
  network: Network,
  endpoints: readonly number[],
  rps: number,
): TrafficReport['expected'] {
  const [first] = endpoints
  const process = first === undefined ? undefined : network.processOf(first)
  const server = first === undefined ? undefined : engine.substrate.servers.of(first)
  if (process === undefined || server === undefined) return undefined
  const cores = Math.min(process.threads, process.millis / 1000)
  const seconds =
    engine.substrate.images.behaviour(server.image).cpuPerRequestMicros /
    1_000_000 /
    (cores / process.threads)
  const load = (rps / endpoints.length) * seconds
  return { utilisation: load / process.threads, waitMillis: meanWait(process.threads, load) * seconds * 1000 }
}
