/**
 * The stand-in for the metrics server of the recordings: a load that the ready pods of a namespace share, measured at
 * this very moment over the last ten seconds, and the same memory for each. Pods that are not ready have no metrics.
 */
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { isPodReady } from '../../sim/api/podReadiness.ts'
import type { Pod } from '../../sim/api/types/index.ts'
import type { MetricSource, PodMetrics } from '../../sim/apiserver/metricsApi.ts'
import type { ApiServer } from '../../sim/apiserver/server.ts'
import { ticksOf } from '../../sim/core/clock.ts'

export interface Load {
  /** Of all ready pods together. */
  readonly cpuMilli: number
  /** Of each. */
  readonly memoryBytes: number
}

const window = ticksOf(10)
const nanosPerMilli = 1_000_000
const none: Load = { cpuMilli: 0, memoryBytes: 0 }

export class StandInMetrics implements MetricSource {
  readonly #server: ApiServer
  readonly #loads = new Map<string, Load>()

  constructor(server: ApiServer) {
    this.#server = server
  }

  setLoad(namespace: string, load: Load): void {
    this.#loads.set(namespace, load)
  }

  pod(namespace: string, name: string): PodMetrics | undefined {
    const pod = this.#server.stored(Pods, namespace, name)
    if (pod === undefined || !isPodReady(pod)) return undefined
    const { cpuMilli, memoryBytes } = this.#loads.get(namespace) ?? none
    const share = Math.ceil((cpuMilli * nanosPerMilli) / this.#readyPods(namespace).length)
    const containers = pod.spec.containers.map((container, i) => ({
      name: container.name,
      cpuNanos: i === 0 ? share : 0,
      memoryBytes: i === 0 ? memoryBytes : 0,
    }))
    return { namespace, name, timestamp: this.#server.state.tick, window, containers }
  }

  node(): undefined {
    return undefined
  }

  ofPod(): undefined {
    return undefined
  }

  ofObject(): undefined {
    return undefined
  }

  external(): readonly never[] {
    return []
  }

  #readyPods(namespace: string): readonly Pod[] {
    return this.#server.list(Pods, namespace).filter(isPodReady)
  }
}
