/**
 * The stand-in for the kubelet of the recordings, which were made with a fake one: bound → ContainerCreating at once;
 * a second later Running; another second later Ready (at once without a readiness probe); a second after deletion
 * Succeeded, and gone. Annotations `fake/…` on a pod change that: readyDelay (ms), serial (pods become ready one at a
 * time, so many ms apart), complete (ms until it ends well), exitCode, crash.
 */
import type { Kind } from '../../sim/api/kind.ts'
import { Nodes } from '../../sim/api/kinds/node/index.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import type { Node, Pod, PodStatus } from '../../sim/api/types/index.ts'
import { Client } from '../../sim/client/client.ts'
import type { Change, Component } from '../../sim/client/component.ts'
import type { Engine } from '../../sim/client/engine.ts'
import { type Tick, timeText } from '../../sim/core/clock.ts'
import { type Cause, causedBy } from '../../sim/core/ledger.ts'
import { loadMemory, saveMemory } from '../../sim/core/memory.ts'
import type { Timer } from '../../sim/core/timers.ts'
import {
  acceptedStatus,
  backOffStatus,
  crashedStatus,
  endedStatus,
  readyStatus,
  restartedStatus,
  runningStatus,
  unpulledStatus,
  withReadiness,
} from './standInStatuses.ts'

/** What is to be done to a pod; also the tag of its timers. */
const stages = {
  accept: 0,
  start: 1,
  ready: 2,
  complete: 3,
  crash: 4,
  restart: 5,
  backOff: 6,
  stop: 7,
  remove: 8,
} as const
type Stage = (typeof stages)[keyof typeof stages]

interface Step {
  readonly key: string
  readonly uid: string
  readonly stage: Stage
  readonly cause: Cause
}

interface Memory {
  steps: Step[]
  /** Addresses given, one after the other over the whole cluster. */
  addresses: number
  /** When the next pod of a serial template may become ready. */
  serialFrom: Tick
  /** Nodes whose kubelet is silent: their pods stay as they are. */
  silent: Set<string>
  /** Steps that a silent node will take when it is back. */
  missed: Step[]
}

const second = 10

/** When a pod runs and when it is ready, where that is known beforehand. */
export interface Moments {
  readonly running?: Tick
  readonly ready?: Tick
}

export class StandInKubelet implements Component {
  readonly name = 'kubelet'
  readonly standsAlone = true
  readonly watches = [Pods, Nodes] as unknown as readonly Kind[]
  seen = 0
  readonly #engine: Engine
  readonly #client: Client
  readonly #momentsOf: (pod: Pod) => Moments
  #memory: Memory = { steps: [], addresses: 0, serialFrom: 0, silent: new Set(), missed: [] }

  constructor(engine: Engine, momentsOf: (pod: Pod) => Moments = () => ({})) {
    this.#engine = engine
    this.#momentsOf = momentsOf
    this.#client = new Client(engine, 'kubelet')
  }

  get backlog(): number {
    return this.#memory.steps.length + this.#engine.substrate.machines.newsCount
  }

  observe({ kind, before, after, revision }: Change): void {
    const cause = causedBy(revision)
    if (kind === (Nodes as unknown as Kind)) {
      if (before === undefined)
        this.#engine.server.heartbeats.start({ actor: 'kubelet', cause }, (after as Node).metadata.name)
      return
    }
    const pod = after as Pod | undefined
    if (pod?.spec.nodeName === undefined) return
    const earlier = before as Pod | undefined
    if (earlier?.spec.nodeName === undefined) this.#plan(pod, stages.accept, 0, cause)
    if (pod.metadata.deletionTimestamp !== undefined && earlier?.metadata.deletionTimestamp === undefined) {
      this.#plan(pod, stages.stop, second, cause)
    }
  }

  fire(timer: Timer): void {
    const [key, uid] = timer.key.split('#') as [string, string]
    this.#memory.steps.push({ key, uid, stage: timer.tag as Stage, cause: timer.cause })
  }

  work(): void {
    this.#engine.substrate.machines.takeNews()
    const { steps } = this.#memory
    this.#memory.steps = []
    for (const step of steps) this.#take(step)
  }

  /** The node's machine fails: nothing is heard of it any more. */
  silence(node: string): void {
    this.#memory.silent.add(node)
    this.#engine.server.heartbeats.stop({ actor: 'kubelet', cause: causedBy(0) }, node)
  }

  /** The node is back: it says so at once, and does what it missed. */
  revive(node: string): void {
    this.#memory.silent.delete(node)
    const { server, state } = this.#engine
    server.heartbeats.start({ actor: 'kubelet', cause: causedBy(0) }, node)
    const stored = server.stored(Nodes, '', node)
    if (stored !== undefined)
      this.#client.patchStatus(Nodes, stored, ({ status }) => readyStatus(status, state.tick))
    this.#reportPodsOf(node)
    const missed = this.#memory.missed
    this.#memory.missed = []
    this.#memory.steps.push(...missed)
  }

  /** Pods that were declared not ready in the meantime ran all the while. */
  #reportPodsOf(node: string): void {
    const now = timeText(this.#engine.state.tick)
    for (const pod of this.#client.list(Pods)) {
      const isReady = pod.status.containerStatuses?.every(({ ready }) => ready) ?? false
      if (pod.spec.nodeName === node && isReady)
        this.#client.patchStatus(Pods, pod, ({ status }) => withReadiness(status, true, now))
    }
  }

  /** Makes a pod's container unready (and ready again), or sets its restart count. */
  setStatus(pod: Pod, change: (status: PodStatus, now: string) => PodStatus): void {
    this.#client.patchStatus(Pods, pod, ({ status }) => change(status, timeText(this.#engine.state.tick)))
  }

  save(): unknown {
    return saveMemory(this.#memory)
  }

  load(saved: unknown): void {
    this.#memory = loadMemory<Memory>(saved)
  }

  restart(): void {}

  #plan(pod: Pod, stage: Stage, after: Tick, cause: Cause): void {
    const { namespace, name, uid } = pod.metadata
    const key = `${namespace}/${name}`
    if (after === 0) this.#memory.steps.push({ key, uid, stage, cause })
    else {
      const { state } = this.#engine
      state.timers.set(state.tick + after, { owner: this.name, key: `${key}#${uid}`, tag: stage, cause })
    }
  }

  /** Ticks until a moment known beforehand, or the usual second. */
  #until(moment: Tick | undefined): Tick {
    return moment === undefined ? second : Math.max(1, moment - this.#engine.state.tick)
  }

  #take(step: Step): void {
    const [namespace = '', name = ''] = step.key.split('/')
    const pod = this.#engine.server.stored(Pods, namespace, name)
    if (pod === undefined || pod.metadata.uid !== step.uid) return
    if (this.#memory.silent.has(pod.spec.nodeName ?? '')) {
      this.#memory.missed.push(step)
      return
    }
    const isStopping = pod.metadata.deletionTimestamp !== undefined
    if (isStopping && step.stage !== stages.stop && step.stage !== stages.remove) return
    this.#client.cause = step.cause
    this.#act(pod, step.stage, step.cause)
  }

  #act(pod: Pod, stage: Stage, cause: Cause): void {
    const write = (status: (stored: Pod, now: string) => PodStatus) =>
      this.#client.patchStatus(Pods, pod, (stored) => status(stored, timeText(this.#engine.state.tick)))
    if (stage === stages.accept) {
      write((stored, now) => acceptedStatus(stored, this.#hostAddress(pod), now))
      this.#plan(pod, stages.start, this.#until(this.#momentsOf(pod).running), cause)
    } else if (stage === stages.start && hasBadImage(pod)) write((stored, now) => unpulledStatus(stored, now))
    else if (stage === stages.start) {
      write((stored, now) => runningStatus(stored, this.#nextAddress(), 0, !hasProbe(stored), now))
      this.#planAfterStart(pod, cause)
    } else if (stage === stages.ready) write((stored, now) => withReadiness(stored.status, true, now))
    else if (stage === stages.complete) write((stored, now) => endedStatus(stored, exitCodeOf(pod), now))
    else if (stage === stages.stop) {
      if (pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed')
        write((stored, now) => endedStatus(stored, 0, now))
      this.#client.delete(Pods, pod, { gracePeriodSeconds: 0 })
    } else this.#crashLoop(pod, stage, cause, write)
  }

  #planAfterStart(pod: Pod, cause: Cause): void {
    const fake = (name: string) => pod.metadata.annotations?.[`fake/${name}`]
    const { state } = this.#engine
    if (fake('complete') !== undefined)
      return this.#plan(pod, stages.complete, ticks(fake('complete')), cause)
    if (fake('crash') !== undefined) return this.#plan(pod, stages.crash, second, cause)
    if (!hasProbe(pod)) return
    const delay = fake('readyDelay') === undefined ? second : ticks(fake('readyDelay'))
    const { ready } = this.#momentsOf(pod)
    if (ready !== undefined) return this.#plan(pod, stages.ready, this.#until(ready), cause)
    const serial = fake('serial')
    if (serial === undefined) return this.#plan(pod, stages.ready, delay, cause)
    const at = Math.max(state.tick + delay, this.#memory.serialFrom)
    this.#memory.serialFrom = at + ticks(serial)
    this.#plan(pod, stages.ready, at - state.tick, cause)
  }

  /** Terminated (Error), half a second later running again, a second later in back-off for 10 s, 20 s, 40 s … */
  #crashLoop(
    pod: Pod,
    stage: Stage,
    cause: Cause,
    write: (status: (stored: Pod, now: string) => PodStatus) => unknown,
  ): void {
    const restarts = pod.status.containerStatuses?.[0]?.restartCount ?? 0
    if (stage === stages.crash) {
      write((stored, now) => crashedStatus(stored, now))
      this.#plan(pod, stages.restart, second / 2, cause)
    } else if (stage === stages.restart) {
      write((stored, now) => restartedStatus(stored, restarts + 1, now))
      this.#plan(pod, stages.backOff, second, cause)
    } else if (stage === stages.backOff) {
      write((stored) => backOffStatus(stored))
      let wait = 10 * second
      for (let i = 1; i < restarts && wait < 300 * second; i++) wait *= 2
      this.#plan(pod, stages.restart, Math.min(wait, 300 * second), cause)
    }
  }

  #hostAddress(pod: Pod): string {
    const node = this.#engine.server.stored(Nodes, '', pod.spec.nodeName ?? '')
    return node?.status.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? ''
  }

  #nextAddress(): string {
    const number = ++this.#memory.addresses
    return `10.244.${number >> 8}.${number & 255}`
  }
}

function ticks(milliseconds: string | undefined): Tick {
  return Math.round(Number(milliseconds) / 100)
}

function exitCodeOf(pod: Pod): number {
  return Number(pod.metadata.annotations?.['fake/exitCode'] ?? 0)
}

function hasProbe(pod: Pod): boolean {
  return pod.spec.containers.some(({ readinessProbe }) => readinessProbe !== undefined)
}

/** The fake kubelet pulls everything but images that say they are bad. */
function hasBadImage(pod: Pod): boolean {
  return pod.spec.containers.some(({ image = '' }) => image.includes('bad'))
}
