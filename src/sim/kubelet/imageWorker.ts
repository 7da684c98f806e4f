/** What comes before a container: volumes that can be mounted, an image on the node, its environment. */
import { ticksOf } from '../core/clock.ts'
import { isBroken } from '../substrate/index.ts'
import { afterTry, noBackOff } from './backOff.ts'
import { waitingStatus } from './containerStatuses.ts'
import {
  neverPullText,
  presentText,
  pullBackOffText,
  pullErrorText,
  pulledText,
  pullingText,
} from './imageTexts.ts'
import { missingForContainer } from './references.ts'
import type { ContainerRun } from './run.ts'
import type { Site } from './site.ts'
import { entering, type Subject, say } from './subject.ts'

/** How long a failed pull is reported as such before it is reported as waiting. */
const failureShows = ticksOf(1)
/** Waits between attempts to mount a volume. */
const mountLimits = { first: 5, longest: ticksOf(122) }
/** How often a container that can't be created is tried again. */
const syncPeriod = ticksOf(10)

export class ImageWorker {
  readonly #site: Site

  constructor(site: Site) {
    this.#site = site
  }

  /** The pod's volumes can't be mounted. */
  awaitMount(one: ContainerRun): ContainerRun {
    const { now } = this.#site
    const pulls = afterTry(one.pulls, now, now, mountLimits)
    const next = entering(this.#site, one, 'idle', now + pulls.wait)
    next.pulls = pulls
    return next
  }

  /** The container's turn has come: it is pulled, or created from the image that is there. */
  begin(subject: Subject, one: ContainerRun): ContainerRun {
    const { image = '', imagePullPolicy } = subject.container
    const present = this.#site.hasImage(subject.run.node, image)
    if (imagePullPolicy === 'Never' && !present) return this.#refusePull(subject, one)
    if (present && imagePullPolicy !== 'Always') {
      say(this.#site, subject, 'Normal', 'Pulled', presentText(image))
      return this.#create(subject, one)
    }
    say(this.#site, subject, 'Normal', 'Pulling', pullingText(image))
    const pull = this.#site.pull(subject.run.node, image)
    const next = entering(this.#site, one, 'pulling', pull.ends)
    next.pullBegins = pull.begins
    return next
  }

  endPull(subject: Subject, one: ContainerRun): ContainerRun {
    const { now } = this.#site
    const { image = '' } = subject.container
    const behaviour = this.#site.behaviour(image)
    const failed = isBroken(behaviour, now)
    this.#site.pulled(subject.run.node, image, !failed)
    if (failed) return this.#failPull(subject, one)
    const text = pulledText(image, now - one.pullBegins, now - one.since, behaviour.sizeBytes)
    say(this.#site, subject, 'Normal', 'Pulled', text)
    return this.#create(subject, one)
  }

  /** A pull has failed a moment ago: the next one waits. */
  awaitPull(subject: Subject, one: ContainerRun): ContainerRun {
    const { image = '' } = subject.container
    const text = pullBackOffText(image)
    say(this.#site, subject, 'Normal', 'BackOff', text)
    say(this.#site, subject, 'Warning', 'Failed', 'Error: ImagePullBackOff')
    const message = `${text}: ErrImagePull: ${pullErrorText(image)}`
    const next = entering(this.#site, one, 'pullBackOff', one.pulls.since + one.pulls.wait)
    next.status = waitingStatus(one.status, 'ImagePullBackOff', message)
    return next
  }

  #failPull(subject: Subject, one: ContainerRun): ContainerRun {
    const { now, pullLimits } = this.#site
    const { image = '' } = subject.container
    const error = pullErrorText(image)
    say(this.#site, subject, 'Warning', 'Failed', `Failed to pull image "${image}": ${error}`)
    say(this.#site, subject, 'Warning', 'Failed', 'Error: ErrImagePull')
    const pulls = afterTry(one.pulls, now, now, pullLimits)
    const next = entering(this.#site, one, 'pullFailed', now + Math.min(failureShows, pulls.wait))
    next.status = waitingStatus(one.status, 'ErrImagePull', error)
    next.pulls = pulls
    return next
  }

  #refusePull(subject: Subject, one: ContainerRun): ContainerRun {
    const text = neverPullText(subject.container.image ?? '')
    say(this.#site, subject, 'Warning', 'ErrImageNeverPull', text)
    say(this.#site, subject, 'Warning', 'Failed', 'Error: ErrImageNeverPull')
    const next = entering(this.#site, one, 'pullBackOff', this.#site.now + this.#site.pullLimits.first)
    next.status = waitingStatus(one.status, 'ErrImageNeverPull', text)
    return next
  }

  #create(subject: Subject, one: ContainerRun): ContainerRun {
    const { run, container } = subject
    const missing = missingForContainer(container, run.namespace, (...what) =>
      this.#site.keysOf(run, ...what),
    )
    if (missing !== undefined) return this.#refuse(subject, one, missing)
    say(this.#site, subject, 'Normal', 'Created', 'Container created')
    const { start } = this.#site.behaviour(container.image ?? '')
    const next = entering(this.#site, one, 'starting', this.#site.now + start)
    next.exit = undefined
    next.pulls = noBackOff
    return next
  }

  /** Something of its environment is missing. */
  #refuse(subject: Subject, one: ContainerRun, missing: string): ContainerRun {
    say(this.#site, subject, 'Warning', 'Failed', `Error: ${missing}`)
    const next = entering(this.#site, one, 'idle', this.#site.now + syncPeriod)
    next.status = waitingStatus(one.status, 'CreateContainerConfigError', missing)
    return next
  }
}
