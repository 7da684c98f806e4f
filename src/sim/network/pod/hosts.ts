/**
 * The machines that processes run on, as requests find them. They change so seldom that what is known of all of them is
 * thrown away when one has.
 */
import { toMilli } from '../../api/quantity.ts'
import type { Machines } from '../../substrate/index.ts'
import { isReachable } from '../route/entries.ts'

export interface Host {
  /** How often machines had changed by then. */
  readonly asOf: number
  readonly isReachable: boolean
  /** Its cores, in thousandths. */
  readonly millis: number
  /** What its busy processes may use together, as of the tick that ends at `sharedUntil`. */
  wanted: number
  sharedUntil: number
}

export class Hosts {
  readonly #machines: Machines
  readonly #known = new Map<string, Host>()
  #asOf = -1
  /** Cores in thousandths, by the quantity they are told in. */
  readonly #cores = new Map<string, number>()

  constructor(machines: Machines) {
    this.#machines = machines
  }

  /** The host as it is now: `before`, if nothing has changed since. */
  now(name: string, before: Host): Host {
    return before.asOf === this.#machines.changes ? before : this.named(name)
  }

  named(name: string): Host {
    if (this.#asOf !== this.#machines.changes) this.#forget()
    let host = this.#known.get(name)
    if (host === undefined) {
      const machine = this.#machines.get(name)
      const millis = this.#millisOf(machine?.cpu ?? '1')
      host = { asOf: this.#asOf, isReachable: isReachable(machine), millis, wanted: 0, sharedUntil: -1 }
      this.#known.set(name, host)
    }
    return host
  }

  #forget(): void {
    this.#known.clear()
    this.#asOf = this.#machines.changes
  }

  #millisOf(cpu: string): number {
    let millis = this.#cores.get(cpu)
    if (millis === undefined) {
      millis = toMilli(cpu)
      this.#cores.set(cpu, millis)
    }
    return millis
  }
}
