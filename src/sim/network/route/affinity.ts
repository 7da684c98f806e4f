/** ClientIP session affinity: a client stays with its pod as long as it keeps coming (the `recent` match of iptables). */
import type { Tick } from '../../core/clock.ts'

interface Stay {
  readonly pod: number
  readonly until: Tick
}

export class Affinity {
  #stays = new Map<string, Stay>()

  /** The pod the client is bound to; 0: none. */
  podOf(service: number, load: number, client: number, now: Tick): number {
    const stay = this.#stays.get(`${service}/${load}/${client}`)
    return stay !== undefined && now < stay.until ? stay.pod : 0
  }

  stay(service: number, load: number, client: number, pod: number, until: Tick): void {
    this.#stays.set(`${service}/${load}/${client}`, Object.freeze({ pod, until }))
  }

  save(): ReadonlyMap<string, Stay> {
    return new Map(this.#stays)
  }

  load(saved: ReadonlyMap<string, Stay>): void {
    this.#stays = new Map(saved)
  }
}
