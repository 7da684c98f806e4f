/**
 * A control plane without scheduler, kubelets or machines, for the tests of controllers: a test decides itself when
 * pods are bound, become ready and go. Steps as a world does: timers, watch delivery, controllers by name.
 */
import type { Kind } from '../../src/sim/api/kind.ts'
import { kinds } from '../../src/sim/api/kinds/index.ts'
import { Namespaces } from '../../src/sim/api/kinds/namespace/index.ts'
import { Pods } from '../../src/sim/api/kinds/pod/index.ts'
import { ServiceAccounts } from '../../src/sim/api/kinds/serviceAccount/index.ts'
import type { ApiObject, Pod, PodCondition } from '../../src/sim/api/types/index.ts'
import type { Caller } from '../../src/sim/apiserver/caller.ts'
import { ApiServer, shelves } from '../../src/sim/apiserver/server.ts'
import type { Change } from '../../src/sim/client/component.ts'
import type { Controller } from '../../src/sim/client/controller.ts'
import { ControllerRunner } from '../../src/sim/client/controllerRunner.ts'
import { ControlPlane } from '../../src/sim/client/controlPlane.ts'
import type { Engine } from '../../src/sim/client/engine.ts'
import { Limits } from '../../src/sim/client/limits.ts'
import { type Profile, profiles } from '../../src/sim/client/profile.ts'
import { type Tick, ticksOf, timeText } from '../../src/sim/core/clock.ts'
import { causedBy, noCause } from '../../src/sim/core/ledger.ts'
import { State } from '../../src/sim/core/state.ts'
import { Substrate } from '../../src/sim/substrate/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: controllers differ in their memory, which a rig does not look at.
type AnyController = Controller<any>

export const tester: Caller = { actor: 'test', cause: noCause }

export class Rig {
  readonly engine: Engine
  readonly runners: readonly ControllerRunner<unknown>[]
  #delivered = 0
  #addresses = 0

  constructor(controllers: readonly AnyController[], profile: Profile = profiles.real) {
    const state = new State(7, shelves)
    this.engine = {
      state,
      server: new ApiServer(state),
      substrate: new Substrate(),
      profile,
      limits: new Limits(),
      controlPlane: new ControlPlane([]),
    }
    const byName = [...controllers].sort((a, b) => (a.name < b.name ? -1 : 1))
    this.runners = byName.map((controller) => new ControllerRunner(this.engine, controller))
    this.createNamespace('default')
  }

  get server(): ApiServer {
    return this.engine.server
  }

  get tick(): Tick {
    return this.engine.state.tick
  }

  createNamespace(name: string): void {
    this.create(Namespaces, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
    const exists = this.runners.some((runner) => runner.name === 'serviceaccount-controller')
    if (exists) return
    this.create(ServiceAccounts, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: name },
    })
  }

  create<T extends ApiObject>(kind: Kind<T>, object: unknown): T {
    return this.server.create(tester, kind, object as T)
  }

  get<T extends ApiObject>(kind: Kind<T>, name: string, namespace = 'default'): T {
    return this.server.require(kind, namespace, name)
  }

  /** Merges `spec` into the object's own. */
  respec<T extends ApiObject & { readonly spec: object }>(kind: Kind<T>, name: string, spec: object): T {
    return this.server.patch(tester, kind, 'default', name, (draft) => {
      Object.assign(draft.spec, spec)
      return draft
    })
  }

  /** Lets `seconds` pass. `each` is called after every tick. */
  run(seconds: number, each?: () => void): void {
    for (let left = ticksOf(seconds); left > 0; left--) {
      this.engine.state.tick++
      this.#round()
      each?.()
    }
  }

  /** Binds and starts a pod, all but ready. */
  start(pod: Pod, node = 'node-1'): void {
    if (pod.spec.nodeName === undefined) this.server.bind(tester, Pods, pod, node, (stored) => stored.status)
    this.#addresses++
    const podIP = `10.244.0.${this.#addresses}`
    this.#setStatus(pod, { phase: 'Running', podIP, podIPs: [{ ip: podIP }] }, 'False')
  }

  makeReady(pod: Pod): void {
    if (pod.status.podIP === undefined) this.start(pod)
    this.#setStatus(pod, { phase: 'Running' }, 'True')
  }

  /** What a kubelet does when the containers of a deleted pod have ended. */
  endDeletedPods(): void {
    for (const pod of this.server.list(Pods)) {
      if (pod.metadata.deletionTimestamp === undefined) continue
      this.server.delete(tester, Pods, pod.metadata.namespace as string, pod.metadata.name, {
        gracePeriodSeconds: 0,
      })
    }
  }

  pods(match: (pod: Pod) => boolean = () => true): readonly Pod[] {
    return this.server.list(Pods).filter(match)
  }

  /** Every value an object of the kind has had, in the order of writing; `undefined` when it was removed. */
  history<T extends ApiObject>(kind: Kind<T>): readonly (T | undefined)[] {
    const { registry } = this.engine.state
    const values: (T | undefined)[] = []
    for (let revision = 1; revision <= registry.head; revision++) {
      const write = registry.writeAt(revision)
      if (write !== undefined && kinds[write.shelf] === (kind as unknown as Kind))
        values.push(write.after as T)
    }
    return values
  }

  /** "reason: message" of the events about an object, oldest first. */
  events(object: ApiObject): readonly string[] {
    return this.server.eventsAbout(object).map((event) => `${event.reason}: ${event.message}`)
  }

  #setStatus(pod: Pod, change: object, ready: 'True' | 'False'): void {
    const condition: PodCondition = {
      type: 'Ready',
      status: ready,
      lastTransitionTime: timeText(this.tick),
    }
    this.server.patchStatus(tester, Pods, pod, (stored) => ({
      ...stored.status,
      ...change,
      conditions: [...(stored.status.conditions ?? []).filter((one) => one.type !== 'Ready'), condition],
    }))
  }

  #round(): void {
    const { state } = this.engine
    for (const timer of state.timers.takeDue(state.tick)) {
      this.runners.find((runner) => runner.name === timer.owner)?.fire(timer)
    }
    const { head } = state.registry
    for (let revision = this.#delivered + 1; revision <= head; revision++) {
      const write = state.registry.writeAt(revision)
      if (write === undefined) continue
      const kind = kinds[write.shelf] as Kind
      const change = { ...write, cause: causedBy(revision), kind } as unknown as Change
      for (const runner of this.runners) if (runner.watches.includes(kind)) runner.observe(change)
    }
    this.#delivered = head
    for (const runner of this.runners) runner.seen = head
    for (const runner of this.runners) if (runner.backlog > 0) runner.work()
  }
}
