/** A scheduler with an API server and nothing else: tests put nodes and pods there and see what becomes of them. */

import type { Kind } from '../../../src/sim/api/kind.ts'
import { kinds } from '../../../src/sim/api/kinds/index.ts'
import { Namespaces } from '../../../src/sim/api/kinds/namespace/index.ts'
import { Nodes } from '../../../src/sim/api/kinds/node/index.ts'
import { Pods } from '../../../src/sim/api/kinds/pod/index.ts'
import { ServiceAccounts } from '../../../src/sim/api/kinds/serviceAccount/index.ts'
import type { ApiObject, Labels, Pod } from '../../../src/sim/api/types/index.ts'
import { ApiServer, shelves } from '../../../src/sim/apiserver/server.ts'
import type { Change } from '../../../src/sim/client/component.ts'
import { ControlPlane } from '../../../src/sim/client/controlPlane.ts'
import type { Engine } from '../../../src/sim/client/engine.ts'
import { Limits } from '../../../src/sim/client/limits.ts'
import { profiles } from '../../../src/sim/client/profile.ts'
import { timeText } from '../../../src/sim/core/clock.ts'
import { causedBy, changed, noCause } from '../../../src/sim/core/ledger.ts'
import { State } from '../../../src/sim/core/state.ts'
import { Scheduler } from '../../../src/sim/scheduler/index.ts'
import { Substrate } from '../../../src/sim/substrate/index.ts'

const tester = { actor: 'test', cause: noCause }

export class TestCluster {
  readonly engine: Engine
  scheduler: Scheduler
  #delivered = 0

  constructor(seed = 1) {
    const state = new State(seed, shelves)
    this.engine = {
      state,
      server: new ApiServer(state),
      substrate: new Substrate(),
      profile: profiles.real,
      limits: new Limits(),
      controlPlane: new ControlPlane([]),
    }
    this.scheduler = new Scheduler(this.engine)
    for (const name of ['default', 'kube-system']) {
      const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: {}, status: {} }
      this.create(Namespaces, object)
    }
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } }
    this.create(ServiceAccounts, account)
  }

  create<T extends ApiObject>(kind: Kind<T>, object: object): T {
    return this.engine.server.create(tester, kind, object as T)
  }

  /** Ready at once: without the taint that a new node gets. */
  addNode(name: string, allocatable: Labels, labels: Labels = {}, spec: object = {}): void {
    const resources = { pods: '110', ...allocatable }
    const status = { capacity: resources, allocatable: resources }
    const metadata = { name, labels: { 'kubernetes.io/hostname': name, ...labels } }
    const node = this.create(Nodes, { apiVersion: 'v1', kind: 'Node', metadata, spec, status })
    this.engine.server.patchStatus(tester, Nodes, node, () => status)
    this.patch(Nodes, '', name, (draft) => ({ ...draft, spec }))
  }

  addPod(name: string, spec: object, labels: Labels = { app: name }): Pod {
    const containers = [{ name: 'app', image: 'app:v1' }]
    const { priority, ...rest } = { containers, ...spec } as { priority?: number }
    const pod = this.create<Pod>(Pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, labels },
      spec: rest,
    })
    return priority === undefined ? pod : this.#prioritize(pod, priority)
  }

  /** As the class of the pod would have done. */
  #prioritize(pod: Pod, priority: number): Pod {
    const { registry, tick } = this.engine.state
    const slot = this.engine.server.slot(Pods as unknown as Kind, 'default', pod.metadata.name)
    const next = { ...pod, spec: { ...pod.spec, priority } }
    return registry.update(tick, 'test', slot, next, changed.spec, noCause) as Pod
  }

  patch<T extends ApiObject>(
    kind: Kind<T>,
    namespace: string,
    name: string,
    change: (draft: T) => object,
  ): void {
    this.engine.server.patch(tester, kind, namespace, name, (draft) => change(draft))
  }

  deletePod(name: string): void {
    this.engine.server.delete(tester, Pods, 'default', name, { gracePeriodSeconds: 0 })
  }

  /** The kubelet's word that a pod has begun. */
  start(name: string): void {
    const startTime = timeText(this.engine.state.tick)
    this.engine.server.patchStatus(tester, Pods, this.pod(name), ({ status }) => ({ ...status, startTime }))
  }

  /** The kubelet's word that a pod has ended. */
  finish(name: string): void {
    const status = (stored: Pod) => ({ ...stored.status, phase: 'Succeeded' })
    this.engine.server.patchStatus(tester, Pods, this.pod(name), status)
  }

  pod(name: string): Pod {
    return this.engine.server.require(Pods, 'default', name)
  }

  nodeOf(name: string): string | undefined {
    return this.pod(name).spec.nodeName
  }

  /** Texts of the scheduler's events about a pod, in order. */
  messages(name: string): string[] {
    return this.engine.server.eventsAbout(this.pod(name)).map(({ message = '' }) => message)
  }

  /** Lets ticks pass, in which watches are delivered, timers fire and the scheduler works. */
  run(ticks: number): void {
    const { state } = this.engine
    for (let n = 0; n < ticks; n++) {
      state.tick++
      for (const timer of state.timers.takeDue(state.tick)) this.scheduler.fire(timer)
      this.deliver()
      if (this.scheduler.backlog > 0) this.scheduler.work()
    }
  }

  deliver(): void {
    const { registry } = this.engine.state
    for (let revision = this.#delivered + 1; revision <= registry.head; revision++) {
      const write = registry.writeAt(revision)
      const kind = write && (kinds[write.shelf] as Kind)
      if (kind === undefined || !this.scheduler.watches.includes(kind)) continue
      this.scheduler.observe({ ...write, cause: causedBy(revision), kind } as unknown as Change)
    }
    this.#delivered = registry.head
    this.scheduler.seen = registry.head
  }

  /** A scheduler that knows only what the old one saved. */
  restore(): void {
    const saved = this.scheduler.save()
    const { seen } = this.scheduler
    this.scheduler = new Scheduler(this.engine)
    this.scheduler.seen = seen
    this.scheduler.load(saved)
  }
}
