/** The world of a bench run: its machines and limits, what is asked of it, and what tells that it has come up. */
import { Deployments } from '../../../sim/api/kinds/deployment/index.ts'
import { kindId } from '../../../sim/api/kinds/index.ts'
import { Pods } from '../../../sim/api/kinds/pod/index.ts'
import type { Deployment, Pod } from '../../../sim/api/types/index.ts'
import type { Caller } from '../../../sim/apiserver/caller.ts'
import { causedBy } from '../../../sim/core/ledger.ts'
import { buildCluster } from '../../../sim/world/genesis.ts'
import { Simulation } from '../../../sim/world/simulation.ts'
import { workload } from './workload.ts'

export interface WorldSize {
  readonly nodes: number
  readonly pods: number
  /** Modelled pod creations a second. */
  readonly podsPerSecond: number
  /** How many a node takes; 110 where it is not said. */
  readonly podsPerNode?: number
}

export const user: Caller = { actor: 'kubectl', cause: causedBy(0) }

const deletionsPerTick = 1

export function newWorld(size: WorldSize): Simulation {
  const world = new Simulation({ seed: 1 })
  const machines = Array.from({ length: size.nodes }, (_, i) => ({
    name: `node-${i + 1}`,
    cpu: '8',
    memory: '32Gi',
    pods: size.podsPerNode ?? 110,
    zone: `zone-${'abc'.charAt(i % 3)}`,
    labels: {},
  }))
  buildCluster(world, machines, 'sim cluster')
  const { limits } = world.engine
  limits.set('controller-manager', { qps: size.podsPerSecond, burst: size.podsPerSecond })
  limits.set('scheduler', { qps: 2 * size.podsPerSecond, burst: 2 * size.podsPerSecond })
  return world
}

/** Asks for Deployments with so many pods in all. */
export function askForPods(world: Simulation, pods: number): void {
  for (const deployment of workload(pods)) world.engine.server.create(user, Deployments, deployment)
}

/** Tells whether all pods are ready, by the Deployments' statuses. One that was found ready is not asked again. */
export function readiness({ engine }: Simulation): () => boolean {
  const { registry } = engine.state
  const slots = registry.names(kindId(Deployments)).slots()
  let ready = 0
  return () => {
    for (; ready < slots.length; ready++) {
      const { spec, status } = registry.value(slots[ready] as number) as Deployment
      if (status.readyReplicas !== spec.replicas) return false
    }
    return true
  }
}

export function deleteSome(world: Simulation): void {
  const names = world.engine.state.registry.slotCount
  for (let i = 0; i < deletionsPerTick; i++) {
    const slot = 1 + ((world.tick * 7919 + i * 104_729) % names)
    const object = world.engine.state.registry.value(slot) as Pod | undefined
    if (object?.kind !== 'Pod' || object.metadata.deletionTimestamp !== undefined) continue
    world.engine.server.delete(user, Pods, object.metadata.namespace ?? '', object.metadata.name)
  }
}
