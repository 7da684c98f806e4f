/** A moment that conditions measure from: what was there, slot by slot. Cheap, since stored objects are frozen. */
import type { Tick } from '../sim/core/clock.ts'
import type { Stored } from '../sim/core/stored.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { allTraffic, type PodTotals, podTotals, type TrafficReport } from '../sim/world/traffic.ts'

export interface Moment {
  readonly tick: Tick
  readonly revision: number
  /** Values by slot, from 1. Slots are never used again, so that later ones are what came into being since. */
  readonly values: readonly (Stored | undefined)[]
  /** What had become of each load's requests. */
  readonly traffic: ReadonlyMap<string, TrafficReport>
  /** What each pod had answered, by slot. */
  readonly podTraffic: ReadonlyMap<number, PodTotals>
  /** How long each pool's machines had run, in hours. */
  readonly machineHours: ReadonlyMap<string, number>
}

export function momentOf(world: Simulation): Moment {
  const { registry } = world.engine.state
  const values = Array.from({ length: registry.slotCount + 1 }, (_, slot) => registry.value(slot))
  return {
    tick: world.tick,
    revision: registry.head,
    values,
    traffic: new Map(allTraffic(world).map((report) => [report.id, report])),
    podTraffic: podTotals(world),
    machineHours: hoursOf(world),
  }
}

function hoursOf({ engine }: Simulation): ReadonlyMap<string, number> {
  const { cloud } = engine
  return new Map(cloud?.pools.map(({ name }) => [name, cloud.machineHours(name)]))
}
