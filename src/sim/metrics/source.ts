/** What the metrics APIs answer: made when it is asked for. */
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { matchesLabelSelector } from '../api/labelSelector.ts'
import { StatusError } from '../api/status.ts'
import type { LabelSelector, Pod } from '../api/types/index.ts'
import type {
  ContainerMetrics,
  MetricSource,
  MetricValue,
  NodeMetrics,
  PodMetrics,
} from '../apiserver/metricsApi.ts'
import type { Engine } from '../client/engine.ts'
import type { Tick } from '../core/clock.ts'
import { isHeard, type Signal } from '../substrate/index.ts'
import { type RunningContainer, runningContainers } from './containers.ts'
import { type Memory, metricsServerName } from './memory.ts'
import { perSecond, type Samples, sampleAt } from './samples.ts'
import { lastScrapeBefore, type Scrapes, type Window, windowOf } from './scrapes.ts'

/** What a node's own daemons use: kubelet, runtime, proxy, the kernel. */
const daemons = { cpuNanos: 50_000_000, memoryBytes: 400 * 1024 * 1024 }

const requestRate = 'http_requests_per_second'
const nanosPerMicro = 1000

interface Measured {
  readonly containers: readonly RunningContainer[]
  /** Of each container. */
  readonly windows: readonly Window[]
  readonly samples: Samples | undefined
}

export class Source implements MetricSource {
  readonly #engine: Engine
  readonly #phaseOf: (node: string) => Tick
  readonly #memory: () => Memory
  /** What was worked out of nodes since the last write: all pods of a node are told by the same scrapes. */
  #known = { era: -1, tick: -1, head: -1, scrapes: new Map<string, Scrapes | undefined>() }

  constructor(engine: Engine, phaseOf: (node: string) => Tick, memory: () => Memory) {
    this.#engine = engine
    this.#phaseOf = phaseOf
    this.#memory = memory
  }

  pod(namespace: string, name: string): PodMetrics | undefined {
    this.#answer('pods.metrics.k8s.io')
    const measured = this.#measured(namespace, name)
    if (measured === undefined) return undefined
    const { containers, samples, windows } = measured
    const usages: ContainerMetrics[] = []
    let from = 0
    let to = Number.POSITIVE_INFINITY
    for (const [i, window] of windows.entries()) {
      from = Math.max(from, window.from)
      to = Math.min(to, window.to)
      usages.push(this.#usageOf(containers[i] as RunningContainer, samples, window))
    }
    return { namespace, name, timestamp: to, window: to - from, containers: usages }
  }

  node(name: string): NodeMetrics | undefined {
    this.#answer('nodes.metrics.k8s.io')
    const { server } = this.#engine
    const scrapes = this.#scrapesOf(name)
    if (scrapes === undefined || !scrapes.hasPrevious || server.stored(Nodes, '', name) === undefined)
      return undefined
    const window = { from: scrapes.previous, to: scrapes.last }
    let { cpuNanos, memoryBytes } = daemons
    for (const pod of server.byIndex(Pods, 'node', name)) {
      const samples = this.#samplesOf(pod)
      for (const container of runningContainers(pod)) {
        const usage = this.#usageOf(container, samples, window)
        cpuNanos += usage.cpuNanos
        memoryBytes += usage.memoryBytes
      }
    }
    return { name, timestamp: scrapes.last, window: window.to - window.from, cpuNanos, memoryBytes }
  }

  /** Requests a second, or what somebody set for the pod. */
  ofPod(namespace: string, metric: string, pod: string): MetricValue | undefined {
    if (metric !== requestRate) return this.ofObject(namespace, 'Pod', pod, metric)
    this.#answer('pods.custom.metrics.k8s.io')
    return this.#requestRate(namespace, pod)
  }

  ofObject(namespace: string, kind: string, name: string, metric: string): MetricValue | undefined {
    const signal = this.#engine.substrate.signals
      .all()
      .find(
        ({ metric: one, object }) =>
          one === metric &&
          object?.namespace === namespace &&
          object.kind.toLowerCase() === kind.toLowerCase() &&
          object.name === name,
      )
    return signal && this.#valueOf(signal, name)
  }

  external(_namespace: string, metric: string, selector: LabelSelector | undefined): readonly MetricValue[] {
    return this.#engine.substrate.signals
      .all()
      .filter(({ metric: one, object }) => one === metric && object === undefined)
      .filter(({ labels }) => selector === undefined || matchesLabelSelector(selector, labels))
      .map((signal) => this.#valueOf(signal, ''))
  }

  /** While the process is down, the aggregator has nobody to ask. */
  #answer(resource: string): void {
    if (!this.#engine.controlPlane.isStopped(metricsServerName)) return
    const message = `the server is currently unable to handle the request (get ${resource})`
    throw new StatusError('ServiceUnavailable', message)
  }

  /** A pod of which one running container is not known for long enough has no metrics at all. */
  #measured(namespace: string, name: string): Measured | undefined {
    const { server, state, profile } = this.#engine
    const slot = server.slot(Pods, namespace, name)
    const pod = slot === 0 ? undefined : (state.registry.value(slot) as Pod)
    const scrapes = pod?.spec.nodeName === undefined ? undefined : this.#scrapesOf(pod.spec.nodeName)
    if (pod === undefined || scrapes === undefined) return undefined
    const containers: RunningContainer[] = []
    const windows: Window[] = []
    for (const container of runningContainers(pod)) {
      if (container.started > scrapes.last) continue
      const window = windowOf(container.started, scrapes, profile.metricResolution)
      if (window === undefined) return undefined
      containers.push(container)
      windows.push(window)
    }
    return containers.length === 0
      ? undefined
      : { containers, windows, samples: this.#memory().samples.get(slot) }
  }

  #requestRate(namespace: string, name: string): MetricValue | undefined {
    const measured = this.#measured(namespace, name)
    const at = measured?.containers.findIndex(({ serves }) => serves) ?? -1
    const window = measured?.windows[at]
    if (measured === undefined || window === undefined) return undefined
    const valueMillis = Math.round(perSecond(measured.samples, 'requests', window) * 1000)
    return { name, timestamp: window.to, window: window.to - window.from, valueMillis }
  }

  #scrapesOf(node: string): Scrapes | undefined {
    const { tick, registry } = this.#engine.state
    const { era, head } = registry
    const known = this.#known
    if (known.era !== era || known.tick !== tick || known.head !== head)
      this.#known = { era, tick, head, scrapes: new Map() }
    const { scrapes } = this.#known
    let answered = scrapes.get(node)
    if (answered !== undefined || scrapes.has(node)) return answered
    answered = this.#scrapesAnsweredBy(node)
    scrapes.set(node, answered)
    return answered
  }

  /** Undefined where the node did not answer the last scrape. */
  #scrapesAnsweredBy(node: string): Scrapes | undefined {
    const { state, substrate, profile } = this.#engine
    const machine = substrate.machines.get(node)
    if (machine === undefined) return undefined
    const last = lastScrapeBefore(state.tick, this.#phaseOf(node), profile.metricResolution)
    const previous = last - profile.metricResolution
    const turned = state.ledger.tickOf(machine.turnedBy)
    const isThere = isHeard(machine)
    const { since } = this.#memory()
    const answered = (scrape: Tick) => scrape >= since && (isThere ? scrape >= turned : scrape < turned)
    return answered(last) ? { last, previous, hasPrevious: answered(previous) } : undefined
  }

  #samplesOf(pod: Pod): Samples | undefined {
    const { namespace = '', name } = pod.metadata
    return this.#memory().samples.get(this.#engine.server.slot(Pods, namespace, name))
  }

  #usageOf(container: RunningContainer, samples: Samples | undefined, window: Window): ContainerMetrics {
    const { name, image, serves } = container
    const { memoryBytes, idleCpuMicros } = this.#engine.substrate.images.behaviour(image)
    const idle = idleCpuMicros * nanosPerMicro
    if (!serves || samples === undefined) return { name, cpuNanos: idle, memoryBytes }
    const cpuNanos = idle + Math.round(perSecond(samples, 'cpuMicros', window) * nanosPerMicro)
    return { name, cpuNanos, memoryBytes: sampleAt(samples, window.to)?.memoryBytes ?? memoryBytes }
  }

  #valueOf({ valueMillis }: Signal, name: string): MetricValue {
    return { name, timestamp: this.#engine.state.tick, window: 0, valueMillis }
  }
}
