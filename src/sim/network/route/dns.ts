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
/** Clients share so many resolvers' caches. */
const cachesPerLoad = 16

export interface Answer {
  readonly until: Tick
  /** The Service's slot; 0: there is no such name. */
  readonly service: number
  /** The pods' addresses, where the Service is headless. */
  readonly headless: Endpoints | undefined
}

export type Resolved = Omit<Answer, 'until'>

export class Resolvers {
  /** By load and cache. */
  #answers = new Map<number, Answer>()

  /** What a client of this load believes now. `resolve` asks the cluster's DNS. */
  ask(load: number, client: number, now: Tick, resolve: () => Resolved): Answer {
    const key = load * cachesPerLoad + (client % cachesPerLoad)
    const known = this.#answers.get(key)
    if (known !== undefined && now < known.until) return known
    const resolved = resolve()
    const answer = { ...resolved, until: now + (resolved.service === 0 ? missedFor : foundFor) }
    this.#answers.set(key, Object.freeze(answer))
    return answer
  }

  save(): ReadonlyMap<number, Answer> {
    return new Map(this.#answers)
  }

  load(saved: ReadonlyMap<number, Answer>): void {
    this.#answers = new Map(saved)
  }
}
