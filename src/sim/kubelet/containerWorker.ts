/** The life of one container: image, creation, process, probes, end. Each function answers the next record. */
import type { Container } from '../api/types/index.ts'
import { type Tick, ticksOf, ticksPerSecond } from '../core/clock.ts'
import { type Incident, isBroken } from '../substrate/index.ts'
import { afterTry, mayTryAt, noBackOff } from './backOff.ts'
import {
  attemptsOf,
  runningStatus,
  terminatedStatus,
  waitingStatus,
  withHealth,
} from './containerStatuses.ts'
import { durationText } from './durations.ts'
import {
  answer,
  healthAtStart,
  nextAnswer,
  noHealth,
  type Process,
  probeSpec,
  replanned,
  whileStopping,
} from './health.ts'
import { containerId } from './identifiers.ts'
import {
  neverPullText,
  presentText,
  pullBackOffText,
  pullErrorText,
  pulledText,
  pullingText,
} from './imageTexts.ts'
import type { Restarts } from './podStages.ts'
import { probeFailedText } from './probeTexts.ts'
import { missingForContainer } from './references.ts'
import {
  type ContainerRun,
  type Exit,
  type NewContainerRun,
  never,
  type PodRun,
  reopenedContainer,
  type Stage,
} from './run.ts'
import type { EventType, Site } from './site.ts'
import { killedCode, plannedStop } from './stopping.ts'

/** How long the kubelet takes to look again after a container has changed by itself (PLEG's relist). */
const relist = ticksOf(1)
/** Waits between attempts to mount a volume. */
const mountLimits = { first: 5, longest: ticksOf(122) }
/** How often a pod that can't go on is looked at. */
const syncPeriod = ticksOf(10)
/** An init container of an image that nobody described does its work in this time. */
const plainInitRun = ticksOf(1)

export class ContainerWorker {
  readonly #site: Site

  constructor(site: Site) {
    this.#site = site
  }

  /** Its turn has come: the image, then the container. */
  begin(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const image = container.image ?? ''
    const policy = container.imagePullPolicy
    const present = this.#site.hasImage(run.node, image)
    if (policy === 'Never' && !present) return this.#refusePull(run, container, one, isInit)
    if (present && policy !== 'Always') {
      this.#say(run, container, isInit, 'Normal', 'Pulled', presentText(image))
      return this.#create(run, container, one, isInit)
    }
    this.#say(run, container, isInit, 'Normal', 'Pulling', pullingText(image))
    const pull = this.#site.pull(run.node, image)
    const next = this.#at(one, 'pulling', pull.ends)
    next.pullBegins = pull.begins
    return next
  }

  /** The pod's volumes can't be mounted. */
  awaitMount(one: ContainerRun): ContainerRun {
    const { now } = this.#site
    const pulls = afterTry(one.pulls, now, now, mountLimits)
    const next = this.#at(one, 'idle', now + pulls.wait)
    next.pulls = pulls
    return next
  }

  /** What was due has come. */
  step(
    run: PodRun,
    container: Container,
    one: ContainerRun,
    isInit: boolean,
    restarts: Restarts,
  ): ContainerRun {
    switch (one.stage) {
      case 'pulling':
        return this.#endPull(run, container, one, isInit)
      case 'pullFailed':
        return this.#awaitPull(run, container, one, isInit)
      case 'starting':
        return this.#run(run, container, one, isInit)
      case 'running':
      case 'stopping':
        return one.exit !== undefined && one.exit.at <= this.#site.now
          ? this.#exit(one, one.exit, isInit, restarts)
          : this.#probe(run, container, one, isInit)
      case 'exited':
        return this.#afterExit(run, container, one, isInit)
      case 'backOff':
        return this.#tryAgain(one)
      default:
        return this.#at(one, 'idle', never)
    }
  }

  /** It is told to stop. `message`: why, as the Killing event puts it. */
  stop(
    run: PodRun,
    container: Container,
    one: ContainerRun,
    isInit: boolean,
    message: string,
    grace: Tick,
  ): ContainerRun {
    const { now } = this.#site
    this.#say(run, container, isInit, 'Normal', 'Killing', message)
    const stop = plannedStop(
      container,
      this.#site.behaviour(container.image ?? ''),
      one.hungSince <= now,
      grace,
      now,
    )
    const exit = one.exit !== undefined && one.exit.at < stop.at ? one.exit : stop
    const next = reopenedContainer(one)
    next.stage = 'stopping'
    next.health = whileStopping(one.health)
    next.next = nextOf(exit, next.health)
    next.exit = exit
    return next
  }

  strike(container: Container, one: ContainerRun, { mishap, exitCode }: Incident): ContainerRun {
    const { now } = this.#site
    if (mishap === 'hang') {
      const hung = { ...one, hungSince: Math.min(one.hungSince, now) }
      const health = replanned(container, one.health, this.#process(container, hung), now)
      return Object.freeze({ ...hung, health, next: nextOf(one.exit, health) })
    }
    const exit: Exit =
      mishap === 'oom'
        ? { at: now, code: killedCode, reason: 'OOMKilled' }
        : { at: now, code: exitCode, reason: exitCode === 0 ? 'Completed' : 'Error' }
    return Object.freeze({ ...one, exit: Object.freeze(exit), next: now })
  }

  resume(container: Container, one: ContainerRun): ContainerRun {
    const { now } = this.#site
    if (one.stage !== 'running' || one.health.probes.length === 0) return one
    const health = replanned(container, one.health, this.#process(container, one), now)
    return Object.freeze({ ...one, health, next: nextOf(one.exit, health) })
  }

  #endPull(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const { now } = this.#site
    const image = container.image ?? ''
    const behaviour = this.#site.behaviour(image)
    const failed = isBroken(behaviour, now)
    this.#site.pulled(run.node, image, !failed)
    if (failed) return this.#failPull(run, container, one, isInit)
    const text = pulledText(image, now - one.pullBegins, now - one.since, behaviour.sizeBytes)
    this.#say(run, container, isInit, 'Normal', 'Pulled', text)
    return this.#create(run, container, one, isInit)
  }

  #failPull(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const { now, pullLimits } = this.#site
    const image = container.image ?? ''
    const error = pullErrorText(image)
    this.#say(run, container, isInit, 'Warning', 'Failed', `Failed to pull image "${image}": ${error}`)
    this.#say(run, container, isInit, 'Warning', 'Failed', 'Error: ErrImagePull')
    const pulls = afterTry(one.pulls, now, now, pullLimits)
    const next = this.#at(one, 'pullFailed', now + Math.min(relist, pulls.wait))
    next.status = waitingStatus(one.status, 'ErrImagePull', error)
    next.pulls = pulls
    return next
  }

  #awaitPull(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const image = container.image ?? ''
    const text = pullBackOffText(image)
    this.#say(run, container, isInit, 'Normal', 'BackOff', text)
    this.#say(run, container, isInit, 'Warning', 'Failed', 'Error: ImagePullBackOff')
    const message = `${text}: ErrImagePull: ${pullErrorText(image)}`
    const next = this.#at(one, 'pullBackOff', one.pulls.since + one.pulls.wait)
    next.status = waitingStatus(one.status, 'ImagePullBackOff', message)
    return next
  }

  #refusePull(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const text = neverPullText(container.image ?? '')
    this.#say(run, container, isInit, 'Warning', 'ErrImageNeverPull', text)
    this.#say(run, container, isInit, 'Warning', 'Failed', 'Error: ErrImageNeverPull')
    const next = this.#at(one, 'pullBackOff', this.#site.now + this.#site.pullLimits.first)
    next.status = waitingStatus(one.status, 'ErrImageNeverPull', text)
    return next
  }

  #create(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const missing = missingForContainer(container, run.namespace, (...what) =>
      this.#site.keysOf(run, ...what),
    )
    if (missing !== undefined) return this.#refuse(run, container, one, isInit, missing)
    this.#say(run, container, isInit, 'Normal', 'Created', 'Container created')
    const { start } = this.#site.behaviour(container.image ?? '')
    const next = this.#at(one, 'starting', this.#site.now + start)
    next.exit = undefined
    next.pulls = noBackOff
    return next
  }

  /** Something of its environment is missing: it is tried again with the next sync. */
  #refuse(
    run: PodRun,
    container: Container,
    one: ContainerRun,
    isInit: boolean,
    missing: string,
  ): ContainerRun {
    this.#say(run, container, isInit, 'Warning', 'Failed', `Error: ${missing}`)
    const next = this.#at(one, 'idle', this.#site.now + syncPeriod)
    next.status = waitingStatus(one.status, 'CreateContainerConfigError', missing)
    return next
  }

  #run(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const { now, seed } = this.#site
    this.#say(run, container, isInit, 'Normal', 'Started', 'Container started')
    const next = this.#at(one, 'running', never)
    next.hungSince = never
    const worksOff = isInit && container.restartPolicy !== 'Always'
    next.health = worksOff ? noHealth : healthAtStart(container, this.#process(container, next))
    next.exit = this.#plannedExit(container, worksOff)
    next.next = nextOf(next.exit, next.health)
    const id = containerId(seed, run.uid, container.name, attemptsOf(one.status))
    next.status = runningStatus(one.status, container, id, now, next.health)
    return next
  }

  #plannedExit(container: Container, worksOff: boolean): Exit | undefined {
    const { exitAfter, exitCode } = this.#site.behaviour(container.image ?? '')
    if (exitAfter === undefined && !worksOff) return undefined
    const code = exitAfter === undefined ? 0 : exitCode
    const at = this.#site.now + (exitAfter ?? plainInitRun)
    return Object.freeze({ at, code, reason: code === 0 ? 'Completed' : 'Error' })
  }

  #probe(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const { now } = this.#site
    const { health, kind, failed, timedOut, kill } = answer(
      container,
      one.health,
      this.#process(container, one),
      now,
    )
    const spec = probeSpec(container, kind)
    if (failed) {
      const text = probeFailedText(kind, spec, container, run.ip, timedOut)
      this.#say(run, container, isInit, 'Warning', 'Unhealthy', text)
    }
    if (kill) {
      const grace = spec.terminationGracePeriodSeconds ?? run.spec.terminationGracePeriodSeconds ?? 30
      const message = `Container ${container.name} failed ${kind} probe, will be restarted`
      return this.stop(run, container, { ...one, health }, isInit, message, grace * ticksPerSecond)
    }
    const next = reopenedContainer(one)
    next.health = health
    next.status = withHealth(one.status, health.started, health.ready)
    next.next = nextOf(one.exit, health)
    return next
  }

  #exit(one: ContainerRun, exit: Exit, isInit: boolean, restarts: Restarts): ContainerRun {
    const comesBack = restarts === 'always' || (restarts === 'on-failure' && exit.code !== 0)
    const next = this.#at(one, comesBack ? 'exited' : 'ended', never)
    if (comesBack) next.next = Math.max(this.#site.now, exit.at + relist)
    next.status = terminatedStatus(one.status, exit, one.since, isInit && exit.code === 0)
    next.exit = exit
    next.health = noHealth
    return next
  }

  /** Restarted at once, or after the back-off. */
  #afterExit(run: PodRun, container: Container, one: ContainerRun, isInit: boolean): ContainerRun {
    const { now, crashLimits } = this.#site
    const exitedAt = (one.exit as Exit).at
    const mayTry = mayTryAt(one.crashes, exitedAt, crashLimits)
    if (mayTry <= now) return this.#tryAgain(one)
    const pod = `${run.name}_${run.namespace}(${run.uid})`
    const backOff = `Back-off restarting failed container ${container.name} in pod ${pod}`
    this.#say(run, container, isInit, 'Warning', 'BackOff', backOff)
    const message = `back-off ${durationText(one.crashes.wait)} restarting failed container=${container.name} pod=${pod}`
    const next = this.#at(one, 'backOff', mayTry)
    next.status = waitingStatus(one.status, 'CrashLoopBackOff', message)
    return next
  }

  #tryAgain(one: ContainerRun): ContainerRun {
    const { now, crashLimits } = this.#site
    const next = this.#at(one, 'idle', never)
    next.crashes = afterTry(one.crashes, (one.exit as Exit).at, now, crashLimits)
    return next
  }

  #process(container: Container, { since, hungSince }: ContainerRun): Process {
    return { since, hungSince, readyAt: since + this.#site.behaviour(container.image ?? '').ready }
  }

  /** The record as it enters a stage; the caller adds what else has changed. */
  #at(one: ContainerRun, stage: Stage, next: Tick): NewContainerRun {
    const entering = reopenedContainer(one)
    entering.stage = stage
    entering.since = this.#site.now
    entering.next = next
    return entering
  }

  #say(
    run: PodRun,
    container: Container,
    isInit: boolean,
    type: EventType,
    reason: string,
    message: string,
  ): void {
    const fieldPath = isInit ? `spec.initContainers{${container.name}}` : `spec.containers{${container.name}}`
    this.#site.say(run, type, reason, message, fieldPath)
  }
}

function nextOf(exit: Exit | undefined, health: ContainerRun['health']): Tick {
  const next = nextAnswer(health)
  return exit !== undefined && exit.at < next ? exit.at : next
}
