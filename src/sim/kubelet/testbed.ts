/** A control plane with nothing but an API server and kubelets, for their tests: pods are bound by hand. */

import type { Kind } from '../api/kind.ts'
import { ConfigMaps } from '../api/kinds/configMap/index.ts'
import { kinds } from '../api/kinds/index.ts'
import { Namespaces } from '../api/kinds/namespace/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { Services } from '../api/kinds/service/index.ts'
import { ServiceAccounts } from '../api/kinds/serviceAccount/index.ts'
import type { Node, Pod, PodSpec, Service } from '../api/types/index.ts'
import type { Caller } from '../apiserver/caller.ts'
import { ApiServer, shelves } from '../apiserver/server.ts'
import { ControlPlane } from '../client/controlPlane.ts'
import type { Engine } from '../client/engine.ts'
import { Limits } from '../client/limits.ts'
import { type Profile, profiles } from '../client/profile.ts'
import type { Tick } from '../core/clock.ts'
import { causedBy, noCause } from '../core/ledger.ts'
import { State, type StateImage } from '../core/state.ts'
import { Substrate } from '../substrate/index.ts'
import { Kubelets } from './index.ts'

const tester: Caller = { actor: 'tester', cause: noCause }
const unwritten = { uid: '', resourceVersion: '', creationTimestamp: '' }

interface TestbedImage {
  readonly state: StateImage
  readonly kubelets: unknown
  readonly substrate: unknown
  readonly heartbeats: ReturnType<ApiServer['heartbeats']['image']>
  readonly running: boolean
  readonly delivered: number
}

export class Testbed {
  readonly engine: Engine
  readonly kubelets: Kubelets
  #delivered = 0

  constructor(nodes: readonly string[] = ['node-1'], profile: Profile['name'] = 'real') {
    const state = new State(7, shelves)
    this.engine = {
      state,
      server: new ApiServer(state),
      substrate: new Substrate(),
      profile: profiles[profile],
      limits: new Limits(),
      controlPlane: new ControlPlane([]),
    }
    this.kubelets = new Kubelets(this.engine)
    for (const name of ['default', 'kube-node-lease']) this.#createNamespace(name)
    for (const name of nodes) this.addMachine(name)
    this.run(0)
  }

  get tick(): Tick {
    return this.engine.state.tick
  }

  addMachine(name: string): void {
    this.engine.substrate.machines.add(
      { name, cpu: '4', memory: '16Gi', pods: 110, zone: 'a', labels: {} },
      this.engine.state.registry.head,
    )
  }

  /** A pod on a node, as the scheduler leaves it. */
  bind(name: string, spec: Partial<PodSpec> = {}, node = 'node-1'): Pod {
    const containers = [{ name: 'web', image: 'nginx:1.27' }]
    const pod: Pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'default', ...unwritten },
      spec: { containers, ...spec },
      status: {},
    }
    const created = this.engine.server.create(tester, Pods, pod)
    return this.engine.server.bind(tester, Pods, created, node, ({ status }) => ({
      ...status,
      conditions: [
        {
          type: 'PodScheduled',
          status: 'True',
          lastProbeTime: null,
          lastTransitionTime: '2026-01-01T00:00:00Z',
        },
      ],
    }))
  }

  deletePod(name: string, gracePeriodSeconds?: number): void {
    const options = gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }
    this.engine.server.delete(tester, Pods, 'default', name, options)
  }

  pod(name: string): Pod | undefined {
    return this.engine.server.stored(Pods, 'default', name)
  }

  addNodeObject(name: string, capacity: Record<string, string>): void {
    const node: Node = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, ...unwritten },
      spec: {},
      status: { capacity, allocatable: capacity },
    }
    this.engine.server.create(tester, Nodes, node)
  }

  createService(name: string): void {
    const metadata = { name, namespace: 'default', ...unwritten }
    const service: Service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { ports: [{ port: 80 }] },
      status: {},
    }
    this.engine.server.create(tester, Services, service)
  }

  createConfigMap(name: string, data: Record<string, string>): void {
    const metadata = { name, namespace: 'default', ...unwritten }
    this.engine.server.create(tester, ConfigMaps, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data })
  }

  deleteNodeObject(name: string): void {
    this.engine.server.delete(tester, Nodes, '', name)
  }

  slot(name: string): number {
    return this.engine.server.slot(Pods as unknown as Kind, 'default', name)
  }

  node(name: string): Node | undefined {
    return this.engine.server.stored(Nodes, '', name)
  }

  /** "Reason message ×count" of the events about an object, in order. */
  events(uid: string): string[] {
    return this.engine.server
      .events()
      .filter(({ involvedObject }) => involvedObject.uid === uid)
      .map(({ reason, message, count }) => `${reason}: ${message} ×${count}`)
  }

  /** Everything that is remembered; `restore` takes it back. */
  image(): TestbedImage {
    const { state, substrate, server } = this.engine
    return {
      state: state.image(this.#delivered),
      kubelets: this.kubelets.save(),
      substrate: substrate.save(),
      heartbeats: server.heartbeats.image(),
      running: server.running,
      delivered: this.#delivered,
    }
  }

  restore(image: TestbedImage): void {
    const { state, substrate, server } = this.engine
    state.restore(image.state)
    this.kubelets.load(image.kubelets)
    substrate.load(image.substrate)
    server.heartbeats.restore(image.heartbeats)
    server.running = image.running
    this.#delivered = image.delivered
  }

  /** Lets so many ticks pass. */
  run(ticks: number): void {
    this.#work()
    for (let i = 0; i < ticks; i++) {
      this.engine.state.tick++
      this.#work()
    }
  }

  /** What a function answers, from now on for so many ticks, wherever it changes: "tick answer". */
  watch(ticks: number, read: () => string): string[] {
    const seen: string[] = []
    let last = ''
    for (let i = 0; i <= ticks; i++) {
      this.run(i === 0 ? 0 : 1)
      const now = read()
      if (now !== last) seen.push(`${this.tick} ${now}`)
      last = now
    }
    return seen
  }

  #work(): void {
    const { state, server } = this.engine
    for (const timer of state.timers.takeDue(state.tick)) this.kubelets.fire(timer)
    if (server.running) this.#deliver()
    while (this.kubelets.backlog > 0) {
      this.kubelets.work()
      if (server.running) this.#deliver()
    }
  }

  #deliver(): void {
    const { registry } = this.engine.state
    const { head } = registry
    for (let revision = this.#delivered + 1; revision <= head; revision++) {
      const write = registry.writeAt(revision)
      const kind = write === undefined ? undefined : (kinds[write.shelf] as Kind)
      if (write === undefined || kind === undefined || !this.kubelets.watches.includes(kind)) continue
      const { slot, before, after } = write
      const change = { revision, cause: causedBy(revision), slot, kind, before, after }
      this.kubelets.observe(change as Parameters<Kubelets['observe']>[0])
    }
    this.#delivered = head
    this.kubelets.seen = head
  }

  #createNamespace(name: string): void {
    const { server } = this.engine
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, ...unwritten },
      spec: {},
      status: {},
    }
    server.create(tester, Namespaces, namespace as Parameters<typeof server.create<never>>[2])
    server.create(tester, ServiceAccounts, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: name, ...unwritten },
    })
  }
}

/** The STATUS-like word of a pod: phase, containers' states, readiness, restarts. */
export function summary(pod: Pod | undefined): string {
  if (pod === undefined) return 'gone'
  const { phase, conditions, containerStatuses, initContainerStatuses } = pod.status
  const states = [...(initContainerStatuses ?? []), ...(containerStatuses ?? [])].map(
    ({ state, restartCount }) => {
      const word = state?.waiting?.reason ?? state?.terminated?.reason ?? (state?.running ? 'running' : '?')
      return restartCount === 0 ? word : `${word}(${restartCount})`
    },
  )
  const ready = conditions?.find(({ type }) => type === 'Ready')?.status === 'True' ? ' ready' : ''
  return `${phase} ${states.join(',')}${ready}${pod.metadata.deletionTimestamp === undefined ? '' : ' deleting'}`
}
