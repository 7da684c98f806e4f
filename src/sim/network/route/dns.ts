/**
 * Names, as clients inside the cluster resolve them. Each client keeps an answer for its time to live, right or wrong: so
 * whoever has the addresses of a headless Service still calls on pods that are gone.
 *
 * Models the kubernetes plugin of CoreDNS with the settings of kubeadm (ttl 30); that nothing was found is kept for 5 s.
 */
import { type Tick, ticksOf } from '../../core/clock.ts'
import type { Endpoints } from '../proxy/endpoints.ts'

const foundFor: Tick = ticksOf(30)
const missedFor: Tick = ticksOf(5)
/** Clients of a load share so many resolvers' caches. */
const cachesPerLoad = 16

export interface Resolved {
  /** The Service's slot; 0: there is no such name. */
  readonly service: number
  /** The pods' addresses, where the Service is headless. */
  readonly headless: Endpoints | undefined
}

interface Answer extends Resolved {
  readonly until: Tick
}

export class Resolvers {
  /** By load and cache. */
  #answers: (Answer | undefined)[] = []

  /** What a client of this load believes now; undefined: it has to ask. */
  known(load: number, client: number, now: Tick): Resolved | undefined {
    const answer = this.#answers[load * cachesPerLoad + (client % cachesPerLoad)]
    return answer !== undefined && now < answer.until ? answer : undefined
  }

  /** Slots of all pods whose addresses some client remembers. */
  get pods(): readonly number[] {
    return this.#answers.flatMap((answer) => answer?.headless?.pods ?? [])
  }

  /** It has asked, and keeps the answer. */
  keep(load: number, client: number, now: Tick, { service, headless }: Resolved): Resolved {
    const until = now + (service === 0 ? missedFor : foundFor)
    const answer = Object.freeze({ service, headless, until })
    this.#answers[load * cachesPerLoad + (client % cachesPerLoad)] = answer
    return answer
  }

  save(): readonly (Answer | undefined)[] {
    return Array.from(this.#answers)
  }

  load(saved: readonly (Answer | undefined)[]): void {
    this.#answers = [...saved]
  }
}
