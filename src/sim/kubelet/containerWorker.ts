/** The life of one container once it can be created: process, probes, end. Each function answers the next record. */
import type { Container } from '../api/types/index.ts'
import { type Tick, ticksOf } from '../core/clock.ts'
import type { Incident } from '../substrate/index.ts'
import { afterTry, mayTryAt } from './backOff.ts'
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
import { ImageWorker } from './imageWorker.ts'
import type { Restarts } from './podStages.ts'
import { probeFailedText } from './probeTexts.ts'
import { type ContainerRun, type Exit, never, reopenedContainer } from './run.ts'
import type { Site } from './site.ts'
import { killedCode, plannedStop } from './stopping.ts'
import { entering, type Subject, say } from './subject.ts'

/** How long the kubelet takes to look again after a container has changed by itself (PLEG's relist). */
const relist = ticksOf(1)
/** An init container of an image that nobody described does its work in this time. */
const plainInitRun = ticksOf(1)

export class ContainerWorker {
  readonly images: ImageWorker
  readonly #site: Site

  constructor(site: Site) {
    this.images = new ImageWorker(site)
    this.#site = site
  }

  /** What was due has come. */
  step(subject: Subject, one: ContainerRun, restarts: Restarts): ContainerRun {
    switch (one.stage) {
      case 'pulling':
        return this.images.endPull(subject, one)
      case 'pullFailed':
        return this.images.awaitPull(subject, one)
      case 'starting':
        return this.#run(subject, one)
      case 'running':
      case 'stopping':
        return one.exit !== undefined && one.exit.at <= this.#site.now
          ? this.#exit(subject, one, one.exit, restarts)
          : this.#probe(subject, one)
      case 'exited':
        return this.#afterExit(subject, one)
      case 'backOff':
        return this.#tryAgain(one)
      default:
        return entering(this.#site, one, 'idle', never)
    }
  }

  /** It is told to stop. `message`: why, as the Killing event puts it. */
  stop(subject: Subject, one: ContainerRun, message: string, grace: Tick): ContainerRun {
    const { now } = this.#site
    const { container } = subject
    say(this.#site, subject, 'Normal', 'Killing', message)
    const image = this.#site.behaviour(container.image ?? '')
    const stop = plannedStop(container, image, one.hungSince <= now, grace, now)
    const next = reopenedContainer(one)
    next.stage = 'stopping'
    next.exit = sooner(one.exit, stop)
    next.health = whileStopping(one.health)
    next.next = nextOf(next.exit, next.health)
    return next
  }

  /** A fault strikes its process. */
  strike(container: Container, one: ContainerRun, { mishap, exitCode }: Incident): ContainerRun {
    const { now } = this.#site
    const next = reopenedContainer(one)
    if (mishap === 'hang') {
      next.hungSince = Math.min(one.hungSince, now)
      next.health = replanned(container, one.health, this.#process(container, next), now)
      next.next = nextOf(one.exit, next.health)
    } else {
      next.exit = mishap === 'oom' ? exitOf(now, killedCode, 'OOMKilled') : exitOf(now, exitCode)
      next.next = now
    }
    return next
  }

  /** Its kubelet has been restarted: probes begin anew. */
  resume(container: Container, one: ContainerRun): ContainerRun {
    if (one.stage !== 'running' || one.health.probes.length === 0) return one
    const next = reopenedContainer(one)
    next.health = replanned(container, one.health, this.#process(container, one), this.#site.now)
    next.next = nextOf(one.exit, next.health)
    return next
  }

  #run(subject: Subject, one: ContainerRun): ContainerRun {
    const { now, seed } = this.#site
    const { run, container, isInit } = subject
    say(this.#site, subject, 'Normal', 'Started', 'Container started')
    const next = entering(this.#site, one, 'running', never)
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
    const { now } = this.#site
    const { exitAfter, exitCode } = this.#site.behaviour(container.image ?? '')
    if (exitAfter !== undefined) return exitOf(now + exitAfter, exitCode)
    return worksOff ? exitOf(now + plainInitRun, 0) : undefined
  }

  #probe(subject: Subject, one: ContainerRun): ContainerRun {
    const { run, container } = subject
    const process = this.#process(container, one)
    const { health, kind, failed, timedOut, kill } = answer(container, one.health, process, this.#site.now)
    const spec = probeSpec(container, kind)
    if (failed) {
      const text = probeFailedText(kind, spec, container, run.ip, timedOut)
      say(this.#site, subject, 'Warning', 'Unhealthy', text)
    }
    const next = reopenedContainer(one)
    next.health = health
    if (kill) {
      const grace = spec.terminationGracePeriodSeconds ?? run.spec.terminationGracePeriodSeconds ?? 30
      const message = `Container ${container.name} failed ${kind} probe, will be restarted`
      return this.stop(subject, next, message, ticksOf(grace))
    }
    next.status = withHealth(one.status, health.started, health.ready)
    next.next = nextOf(one.exit, health)
    return next
  }

  #exit({ isInit }: Subject, one: ContainerRun, exit: Exit, restarts: Restarts): ContainerRun {
    const comesBack = restarts === 'always' || (restarts === 'on-failure' && exit.code !== 0)
    const next = entering(this.#site, one, comesBack ? 'exited' : 'ended', never)
    if (comesBack) next.next = Math.max(this.#site.now, exit.at + relist)
    next.status = terminatedStatus(one.status, exit, one.since, isInit && exit.code === 0)
    next.exit = exit
    next.health = noHealth
    return next
  }

  /** Restarted at once, or after the back-off. */
  #afterExit(subject: Subject, one: ContainerRun): ContainerRun {
    const { now, crashLimits } = this.#site
    const { run, container } = subject
    const mayTry = mayTryAt(one.crashes, (one.exit as Exit).at, crashLimits)
    if (mayTry <= now) return this.#tryAgain(one)
    const pod = `${run.name}_${run.namespace}(${run.uid})`
    const backOff = `Back-off restarting failed container ${container.name} in pod ${pod}`
    say(this.#site, subject, 'Warning', 'BackOff', backOff)
    const wait = durationText(one.crashes.wait)
    const message = `back-off ${wait} restarting failed container=${container.name} pod=${pod}`
    const next = entering(this.#site, one, 'backOff', mayTry)
    next.status = waitingStatus(one.status, 'CrashLoopBackOff', message)
    return next
  }

  #tryAgain(one: ContainerRun): ContainerRun {
    const { now, crashLimits } = this.#site
    const next = entering(this.#site, one, 'idle', never)
    next.crashes = afterTry(one.crashes, (one.exit as Exit).at, now, crashLimits)
    return next
  }

  #process(container: Container, { since, hungSince }: ContainerRun): Process {
    return { since, hungSince, readyAt: since + this.#site.behaviour(container.image ?? '').ready }
  }
}

/** A process that would have ended by itself before the stop is through does so, but is asked all the same. */
function sooner(own: Exit | undefined, stop: Exit): Exit {
  if (own === undefined || own.at >= stop.at) return stop
  return Object.freeze({ ...own, asked: stop.asked ?? own.at })
}

function exitOf(at: Tick, code: number, reason = code === 0 ? 'Completed' : 'Error'): Exit {
  return Object.freeze({ at, code, reason })
}

function nextOf(exit: Exit | undefined, health: ContainerRun['health']): Tick {
  const next = nextAnswer(health)
  return exit !== undefined && exit.at < next ? exit.at : next
}
