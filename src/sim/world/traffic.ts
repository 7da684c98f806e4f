/** What may be asked of a world about requests. */
import { rateAt } from '../network/load/rate.ts'
import { type Counts, podCounts, reportOf, type TrafficReport } from '../network/report.ts'
import { failedOf, type Moments, momentsOf } from '../network/tally.ts'
import type { Simulation } from './simulation.ts'

export { causes, type FailureCause } from '../network/outcome.ts'
export type { Counts, TrafficReport }
export type PodTotals = Pick<Counts, 'served' | 'failed'>

/** What has become of a load's requests; undefined where there never was one. `id`: "svc/default/web". */
export function trafficOf({ engine, components }: Simulation, id: string): TrafficReport | undefined {
  return reportOf(engine, components.network, id)
}

/** Of all loads there ever were, in the order in which they began. */
export function allTraffic({ engine, components }: Simulation): readonly TrafficReport[] {
  const { network } = components
  return network.runs.map(({ load }) => reportOf(engine, network, load.id) as TrafficReport)
}

/** What has become of the requests that reached a pod; undefined: there were none. */
export function podTraffic({ engine, components }: Simulation, pod: number): Counts | undefined {
  return podCounts(engine, components.network, pod)
}

/** Requests that every pod has had, by its slot: what a later look subtracts. */
export function podTotals({ components }: Simulation): ReadonlyMap<number, PodTotals> {
  const totals = new Map<number, PodTotals>()
  for (const [pod, tally] of components.network.book.pods)
    totals.set(pod, { served: tally.served, failed: failedOf(tally) })
  return totals
}

/** Requests a second that an open load sends now; undefined for a closed one, or none. */
export function trafficRate({ engine }: Simulation, id: string): number | undefined {
  const load = engine.substrate.loads.get(id)
  return load?.shape && rateAt(load.shape, engine.state.tick - load.since)
}

/** One of the last ten seconds of a load; undefined: nothing ended in it. */
export function trafficSecond({ components }: Simulation, id: string, second: number): Moments | undefined {
  const run = components.network.runs.find(({ load }) => load.id === id)
  return run && momentsOf(components.network.book.ofLoad(run.number), second)
}
