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
  readonly #known = new Map<number, Server>()
  /** The descriptions of images that `#known` follows from. */
  #epoch = 0
  #changes = 0

  constructor(images: Images) {
    this.#images = images
  }

  /** Raised when a server that was told of may not be so any more, for whoever keeps one. That there is none is not to be kept. */
  get changes(): number {
    if (this.#epoch !== this.#images.epoch) this.forgetAll()
    return this.#changes
  }

  of(pod: number): Server | undefined {
    if (this.#epoch !== this.#images.epoch) this.forgetAll()
    const known = this.#known.get(pod)
    if (known !== undefined) return known
    const server = this.source(pod)
    if (server !== undefined) this.#known.set(pod, server)
    return server
  }

  /** There is news of the pod. */
  forget(pod: number): void {
    if (this.#known.size > 0 && this.#known.delete(pod)) this.#changes++
  }

  forgetAll(): void {
    this.#known.clear()
    this.#epoch = this.#images.epoch
    this.#changes++
  }
}
