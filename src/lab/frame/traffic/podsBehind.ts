/**
 * The pods that a Service's requests may meet: those its endpoints name, ready or not, and those that have left but were
 * asked of late, because some node's proxy had not heard yet.
 */
import { EndpointSlices } from '../../../sim/api/kinds/endpointSlice/index.ts'
import { Pods } from '../../../sim/api/kinds/pod/index.ts'
import type { Service } from '../../../sim/api/types/index.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { podTraffic } from '../../../sim/world/traffic.ts'

export class PodsBehind {
  readonly #world: Simulation
  #byHash: Map<string, number[]> | undefined

  constructor(world: Simulation) {
    this.#world = world
  }

  /** In order of their slots, which is the order of their creation. */
  of(service: number): readonly number[] {
    const pods = new Set([
      ...this.#world.components.network.endpointsOf(service),
      ...this.#named(service),
      ...this.#askedOfLate(service),
    ])
    pods.delete(0)
    return [...pods].sort((a, b) => a - b)
  }

  #named(service: number): readonly number[] {
    const { server, state } = this.#world.engine
    const object = state.registry.value(service) as Service | undefined
    if (object === undefined) return []
    const { namespace = '', name } = object.metadata
    return server
      .byIndex(EndpointSlices, 'service', `${namespace}/${name}`)
      .flatMap(({ endpoints }) => endpoints)
      .map(({ targetRef }) => server.slot(Pods, targetRef?.namespace ?? namespace, targetRef?.name ?? ''))
  }

  #askedOfLate(service: number): readonly number[] {
    const revisions = this.#world.components.network.book.revisionsOf(service)
    this.#byHash ??= this.#podsByHash()
    const byHash = this.#byHash
    return [...revisions.keys()]
      .flatMap((hash) => byHash.get(hash) ?? [])
      .filter((pod) => (podTraffic(this.#world, pod)?.rps ?? 0) > 0)
  }

  #podsByHash(): Map<string, number[]> {
    const { book } = this.#world.components.network
    const found = new Map<string, number[]>()
    for (const pod of book.pods.keys()) {
      const hash = book.revisionOf(pod) ?? ''
      const pods = found.get(hash)
      if (pods === undefined) found.set(hash, [pod])
      else pods.push(pod)
    }
    return found
  }
}
