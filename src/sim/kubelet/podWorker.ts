/**
 * The life of a pod on its node: containers are begun one after another, run, are probed, restarted, and stopped.
 * Each function answers the pod's next record; whoever calls it keeps that and tells the API server.
 *
 * Models pkg/kubelet/kuberuntime/kuberuntime_manager.go and kubelet_pods.go of Kubernetes v1.36.
 */
import type { Container, PodSpec } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import { settled } from '../core/frozen.ts'
import type { Incident } from '../substrate/index.ts'
import { noBackOff } from './backOff.ts'
import { judge } from './conditions.ts'
import { firstStatus, lostStatus, terminatedStatus } from './containerStatuses.ts'
import { ContainerWorker } from './containerWorker.ts'
import { noHealth } from './health.ts'
import { phaseOf } from './phase.ts'
import {
  deadlineOf,
  dueOf,
  graceOf,
  hasSandbox,
  initCountOf,
  isOver,
  isSidecarAt,
  isUp,
  nextToBegin,
  restartsOf,
  specAt,
  wantsEnd,
} from './podStages.ts'
import { missingForVolumes } from './references.ts'
import {
  type ContainerRun,
  type Ending,
  type NewRun,
  never,
  type PodRun,
  reopenedContainer,
  reopenedPod,
} from './run.ts'
import type { Site } from './site.ts'
import { hurried, killed } from './stopping.ts'
import type { Subject } from './subject.ts'

const noConditions: PodRun['conditions'] = settled([])
const sandboxChanged = 'Pod sandbox changed, it will be killed and re-created.'
const deadlinePassed = 'Pod was active on the node longer than the specified deadline'

/** How a pod begins: nothing is done yet. */
export function newRun(
  identity: Pick<PodRun, 'slot' | 'node' | 'namespace' | 'name' | 'uid' | 'spec' | 'generation'>,
  startTime: string,
  now: Tick,
): NewRun {
  const { spec } = identity
  const init = spec.initContainers
  const reason = init === undefined || init.length === 0 ? 'ContainerCreating' : 'PodInitializing'
  const containers: ContainerRun[] = []
  const count = initCountOf(spec) + spec.containers.length
  for (let i = 0; i < count; i++) containers.push(newContainer(specAt(spec, i), reason, now))
  return {
    slot: identity.slot,
    node: identity.node,
    namespace: identity.namespace,
    name: identity.name,
    uid: identity.uid,
    spec,
    generation: identity.generation,
    startTime,
    startTick: now,
    ip: '',
    phase: 'Pending',
    conditions: noConditions,
    containers,
    ending: undefined,
    removeAt: never,
    sent: undefined,
    unsent: true,
    due: never,
    armed: never,
  }
}

function newContainer(container: Container, reason: string, now: Tick): ContainerRun {
  return Object.freeze({
    stage: 'idle',
    since: now,
    next: never,
    pullBegins: 0,
    status: firstStatus(container, reason),
    exit: undefined,
    hungSince: never,
    health: noHealth,
    crashes: noBackOff,
    pulls: noBackOff,
  })
}

export class PodWorker {
  readonly #site: Site
  readonly #container: ContainerWorker

  constructor(site: Site) {
    this.#site = site
    this.#container = new ContainerWorker(site)
  }

  /** Does whatever is due. */
  advance(run: PodRun): NewRun {
    const { now } = this.#site
    const deadline = deadlineOf(run)
    if (deadline <= now) {
      this.#site.say(run, 'Normal', 'DeadlineExceeded', deadlinePassed)
      return this.#end(run, { reason: 'DeadlineExceeded', message: deadlinePassed }, graceOf(run.spec))
    }
    return this.#settle(run, [...run.containers])
  }

  /** The first look at a pod. Nobody else has its record yet: it is filled in. */
  begin(run: NewRun): NewRun {
    return run.spec.activeDeadlineSeconds === undefined
      ? this.#settle(run, [...run.containers], run)
      : this.advance(run)
  }

  /** The pod was deleted. Also when it is deleted again, with less grace. */
  terminate(run: PodRun, grace: Tick, generation: number): NewRun {
    return this.#end(run, { removes: true, generation }, grace)
  }

  /** A fault has struck one of its processes. */
  strike(run: PodRun, incident: Incident): NewRun {
    const initCount = initCountOf(run.spec)
    const named = run.containers.findIndex(({ status }) => status.name === incident.container)
    const at = named < 0 ? initCount : named
    const container = run.containers[at] as ContainerRun
    if (container.stage !== 'running') return { ...run }
    const containers = [...run.containers]
    containers[at] = this.#container.strike(specAt(run.spec, at), container, incident)
    return { ...run, containers: settled(containers), due: dueOf(run, containers) }
  }

  /** The kubelet was restarted while the containers went on: probes begin anew. */
  resume(run: PodRun): NewRun {
    return this.#settle(
      run,
      run.containers.map((one, i) => this.#container.resume(specAt(run.spec, i), one)),
    )
  }

  /** The machine has booted again: every container was lost with the power. `deleted`: the pod was deleted meanwhile. */
  reboot(run: PodRun, lostAt: Tick, deleted: Pick<Ending, 'generation'> | undefined): NewRun {
    const found = reopenedPod(run)
    if (isOver(run)) return found
    if (deleted === undefined) this.#site.say(run, 'Normal', 'SandboxChanged', sandboxChanged)
    if (deleted !== undefined) found.ending = { removes: true, deadline: lostAt, ...deleted }
    const containers = run.containers.map((one, i) => this.#afterPowerLoss(found, one, i, lostAt))
    if (deleted === undefined) found.ip = this.#site.newAddress(run)
    return this.#settle(found, containers)
  }

  /** The pod's spec was changed in place: containers with another image are restarted. */
  respecify(run: PodRun, spec: PodSpec, generation: number): NewRun {
    const next = { ...run, spec, generation, unsent: true }
    const containers = run.containers.map((one, i) => {
      const container = specAt(spec, i)
      if (container.image === specAt(run.spec, i).image || one.stage !== 'running') return one
      const message = `Container ${container.name} definition changed, will be restarted`
      return this.#container.stop(subjectAt(next, i), one, message, graceOf(spec))
    })
    return this.#settle(next, containers)
  }

  #end(run: PodRun, why: Partial<Ending>, grace: Tick): NewRun {
    const { now } = this.#site
    const deadline = Math.min(run.ending?.deadline ?? never, now + grace)
    const ending: Ending = Object.freeze({
      removes: false,
      generation: run.generation,
      ...run.ending,
      ...why,
      deadline,
    })
    const containers = [...run.containers]
    for (let i = containers.length - 1; i >= 0; i--) {
      if (!isSidecarAt(run.spec, i) || !isUp(containers[i] as ContainerRun)) {
        containers[i] = this.#stopped(run, containers[i] as ContainerRun, i, deadline)
      }
    }
    const ended = reopenedPod(run)
    ended.ending = ending
    return this.#settle(ended, containers)
  }

  #stopped(run: PodRun, one: ContainerRun, i: number, deadline: Tick): ContainerRun {
    if (one.stage === 'stopping') return hurry(one, deadline)
    if (isUp(one)) {
      const subject = subjectAt(run, i)
      const message = `Stopping container ${subject.container.name}`
      return this.#container.stop(subject, one, message, deadline - this.#site.now)
    }
    if (one.stage === 'ended') return one
    const status = one.stage === 'exited' ? one.status : lostStatus(one.status)
    return Object.freeze({ ...one, stage: 'ended', next: never, status })
  }

  #afterPowerLoss(run: PodRun, one: ContainerRun, i: number, lostAt: Tick): ContainerRun {
    const isInit = i < initCountOf(run.spec)
    if (one.stage === 'ended' && !isInit) return one
    const next = reopenedContainer(one)
    next.stage = 'idle'
    next.next = never
    next.health = noHealth
    next.crashes = noBackOff
    next.hungSince = never
    if (!isUp(one)) return next
    if (run.ending !== undefined || (!isInit && run.spec.restartPolicy === 'Never')) next.stage = 'ended'
    next.exit = { at: lostAt, code: 255, reason: 'Unknown' }
    next.status = terminatedStatus(one.status, next.exit, one.since, false)
    return next
  }

  /**
   * Until nothing is due any more: steps, and the next container to begin. Then the pod's own report, in `next`: a copy of
   * the record, or a new one itself.
   */
  #settle(run: PodRun, containers: ContainerRun[], next: NewRun = reopenedPod(run)): NewRun {
    const { now } = this.#site
    while (
      this.#stepDue(run, containers) ||
      this.#beginNext(run, containers) ||
      this.#stopSidecar(run, containers)
    ) {}
    const over =
      wantsEnd(run, containers) && containers.every(({ stage }) => stage === 'ended' || stage === 'idle')
    if (run.ip === '') next.ip = this.#site.newAddress(run)
    if (over) next.generation = run.ending?.generation ?? run.generation
    next.phase = over && run.ending?.reason !== undefined ? 'Failed' : phaseOf(run.spec, containers, over)
    for (let i = 0; i < containers.length; i++) settled(containers[i] as ContainerRun)
    next.containers = settled(containers)
    next.conditions = judge(next, !over && hasSandbox(run, containers), this.#site.conditionsOf(run), now)
    next.removeAt = over && run.ending?.removes ? Math.min(run.removeAt, now + 1) : never
    next.due = over ? next.removeAt : dueOf(run, containers)
    next.unsent = run.unsent || !reportsSame(run, next)
    return next
  }

  #stepDue(run: PodRun, containers: ContainerRun[]): boolean {
    const { now } = this.#site
    let stepped = false
    for (let i = 0; i < containers.length; i++) {
      const one = containers[i] as ContainerRun
      if (one.next > now) continue
      containers[i] = this.#container.step(subjectAt(run, i), one, restartsOf(run, containers, i))
      stepped = true
    }
    return stepped
  }

  /** One container of a pod is brought up at a time: init containers in order, then the others. */
  #beginNext(run: PodRun, containers: ContainerRun[]): boolean {
    if (wantsEnd(run, containers)) return false
    for (const { stage } of containers) if (stage === 'pulling' || stage === 'starting') return false
    const i = nextToBegin(run, containers)
    const one = containers[i]
    if (one === undefined) return false
    const unmountable = this.#unmountable(run, containers)
    if (unmountable === undefined) {
      containers[i] = this.#container.images.begin(subjectAt(run, i), one)
      return true
    }
    this.#site.say(run, 'Warning', 'FailedMount', unmountable)
    containers[i] = this.#container.images.awaitMount(one)
    return false
  }

  /** Volumes are mounted before the first container is begun. */
  #unmountable(run: PodRun, containers: readonly ContainerRun[]): string | undefined {
    if (run.spec.volumes === undefined || containers.some(({ stage }) => stage !== 'idle')) return undefined
    return missingForVolumes(run.spec, (...what) => this.#site.keysOf(run, ...what))
  }

  /** Sidecars are stopped last, the last one first. */
  #stopSidecar(run: PodRun, containers: ContainerRun[]): boolean {
    const initCount = initCountOf(run.spec)
    if (initCount === 0 || !wantsEnd(run, containers)) return false
    for (let i = containers.length - 1; i >= 0; i--) {
      const one = containers[i] as ContainerRun
      if (one.stage === 'ended' || (one.stage === 'idle' && !isSidecarAt(run.spec, i))) continue
      if (one.stage === 'stopping' || i >= initCount) return false
      const deadline = run.ending?.deadline ?? this.#site.now + graceOf(run.spec)
      containers[i] = this.#stopped(run, one, i, Math.max(deadline, this.#site.now))
      return true
    }
    return false
  }
}

function subjectAt(run: PodRun, i: number): Subject {
  return { run, container: specAt(run.spec, i), isInit: i < initCountOf(run.spec) }
}

function hurry(one: ContainerRun, deadline: Tick): ContainerRun {
  const exit = hurried(one.exit ?? killed(deadline), deadline)
  return Object.freeze({ ...one, exit, next: Math.min(one.next, exit.at) })
}

function reportsSame(before: PodRun, after: PodRun): boolean {
  if (after.phase !== before.phase || after.conditions !== before.conditions) return false
  for (let i = 0; i < after.containers.length; i++) {
    if (after.containers[i]?.status !== before.containers[i]?.status) return false
  }
  return after.ip === before.ip || after.phase === 'Pending'
}
