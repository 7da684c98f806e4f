/**
 * Who answers the requests that reach a pod: the process of its first container, as its machine runs it. Kubelets tell
 * of the processes they begin and end; the network model asks. What no kubelet can know (the machine lost its power)
 * is asked of the machines.
 */
import type { Tick } from '../core/clock.ts'

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

/** Derived from what kubelets remember, who put it back after a restore: neither saved nor hashed here. */
export class Servers {
  readonly #servers = new Map<number, Server>()

  of(pod: number): Server | undefined {
    return this.#servers.get(pod)
  }

  put(server: Server): void {
    this.#servers.set(server.pod, server)
  }

  drop(pod: number): void {
    this.#servers.delete(pod)
  }

  clear(): void {
    this.#servers.clear()
  }
}
