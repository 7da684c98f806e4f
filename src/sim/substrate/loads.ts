/** Who sends requests to the cluster, and how many: what `sim traffic` has set. The network model plays it. */
import type { Tick } from '../core/clock.ts'

export const shapes = ['const', 'ramp', 'spike', 'wave', 'flash', 'step'] as const
export type ShapeName = (typeof shapes)[number]

/** How many requests a second arrive, over the time since the load began. Rates are requests a second. */
export interface Shape {
  readonly name: ShapeName
  readonly rps: number
  /** The highest rate of spike, wave and flash. */
  readonly peak: number
  /** Ticks: how long the ramp or the spike takes, a wave's period, how soon a flash crowd is there. */
  readonly over: Tick
  /** When spike and flash begin, after the load's beginning. */
  readonly after: Tick
  /** For `step`: from so many ticks after the beginning on, this rate. In order of time. */
  readonly steps: readonly { readonly at: Tick; readonly rps: number }[]
}

/** A closed loop: each user waits for the answer, thinks, and asks again. */
export interface Users {
  readonly count: number
  /** The mean time between an answer and the next request; exponential. Microseconds. */
  readonly thinkMicros: number
}

export type LoadTarget =
  | { readonly kind: 'service'; readonly namespace: string; readonly name: string; readonly port: string }
  | { readonly kind: 'ingress'; readonly host: string; readonly path: string }

export interface Load {
  /** "svc/default/web": there is one load a target, and a new one takes its place. */
  readonly id: string
  readonly target: LoadTarget
  /** Whether the clients are pods of the cluster, or somewhere outside. */
  readonly from: 'inside' | 'outside'
  readonly since: Tick
  /** Revision of the line that set it. */
  readonly because: number
  /** An open loop where it is set, else a closed one. */
  readonly shape?: Shape
  readonly users?: Users
  /** Addresses that requests come from: what session affinity goes by. */
  readonly clients: number
  readonly timeoutMicros: number
  /** How often a client asks again after a failure. */
  readonly retries: number
}

export class Loads {
  #loads = new Map<string, Load>()

  get size(): number {
    return this.#loads.size
  }

  all(): readonly Load[] {
    return [...this.#loads.values()]
  }

  get(id: string): Load | undefined {
    return this.#loads.get(id)
  }

  set(load: Load): void {
    this.#loads.set(load.id, Object.freeze(load))
  }

  stop(id: string): boolean {
    return this.#loads.delete(id)
  }

  save(): unknown {
    return new Map(this.#loads)
  }

  load(saved: unknown): void {
    this.#loads = new Map(saved as Map<string, Load>)
  }
}
