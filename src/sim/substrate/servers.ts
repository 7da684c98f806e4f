/**
 * Who answers the requests that reach a pod: the process of its first container, as its machine runs it. Kubelets tell
 * of the processes they begin and end; the network model asks. What no kubelet can know (the machine lost its power)
 * is asked of the machines.
 */
import type { Tick } from '../core/clock.ts'
import type { Images } from './images.ts'

export interface Server {
  /** The pod's slot in the registry. */
  readonly pod: number
  /** The pod's address; a client that still knows an old one reaches nobody. */
  readonly ip: string
  readonly machine: string
  readonly image: string
  /** Cores, in thousandths; 0: not said. */
  readonly cpuRequestMillis: number
  readonly cpuLimitMillis: number
  /** Bytes; 0: no limit. */
  readonly memoryLimitBytes: number
  /** When the process began: another time, another process. */
  readonly startedAt: Tick
  /** From when on it accepts connections. */
  readonly listensAt: Tick
  /** From when on it answers nothing any more, though it runs. */
  readonly hungSince: Tick
  /** SIGTERM: from then on it accepts no new connection and works off what it has. */
  readonly closesAt: Tick
  /** From when on it is gone, and its connections with it. */
  readonly endsAt: Tick
}

/** An answer, for whoever keeps it. */
export interface Told {
  readonly server: Server
  /** There has been news of the pod since. */
  isOld: boolean
}

/** What the machines run in the pod of this slot; undefined: nothing that answers. */
type Source = (pod: number) => Server | undefined

/**
 * Derived from what kubelets remember, and worked out when somebody asks: most pods are never sent a request. Neither
 * saved nor hashed.
 */
export class Servers {
  /** Set by the kubelets. */
  source: Source = () => undefined
  readonly #images: Images
  readonly #known = new Map<number, Told>()
  /** The descriptions of images that `#known` follows from. */
  #epoch = 0

  constructor(images: Images) {
    this.#images = images
  }

  of(pod: number): Server | undefined {
    return this.ask(pod)?.server
  }

  /** The same, to be kept for as long as it holds. That there is no server is not to be kept. */
  ask(pod: number): Told | undefined {
    if (this.#epoch !== this.#images.epoch) this.forgetAll()
    const known = this.#known.get(pod)
    if (known !== undefined) return known
    const server = this.source(pod)
    if (server === undefined) return undefined
    const told = { server, isOld: false }
    this.#known.set(pod, told)
    return told
  }

  /** Whether an answer still holds. */
  holds(told: Told): boolean {
    return !told.isOld && this.#epoch === this.#images.epoch
  }

  /** There is news of the pod. */
  forget(pod: number): void {
    const told = this.#known.size === 0 ? undefined : this.#known.get(pod)
    if (told === undefined) return
    told.isOld = true
    this.#known.delete(pod)
  }

  forgetAll(): void {
    for (const told of this.#known.values()) told.isOld = true
    this.#known.clear()
    this.#epoch = this.#images.epoch
  }
}
