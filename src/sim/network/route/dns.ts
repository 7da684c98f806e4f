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
  /** By cache; 0: it has never asked. */
  #until: Tick[] = []
  #services: number[] = []
  /** Few Services are headless. */
  #headless = new Map<number, Endpoints>()

  /** The cache that a client of this load asks. */
  cacheOf(load: number, client: number): number {
    return load * cachesPerLoad + (client % cachesPerLoad)
  }

  /** Whether it knows an answer; else it has to ask. */
  isFresh(cache: number, now: Tick): boolean {
    return cache < this.#until.length && now < (this.#until[cache] as Tick)
  }

  serviceOf(cache: number): number {
    return this.#services[cache] as number
  }

  headlessOf(cache: number): Endpoints | undefined {
    return this.#headless.size === 0 ? undefined : this.#headless.get(cache)
  }

  /** Slots of all pods whose addresses some client remembers. */
  get pods(): readonly number[] {
    return [...this.#headless.values()].flatMap(({ pods }) => pods)
  }

  /** It has asked, and keeps the answer. */
  keep(cache: number, now: Tick, { service, headless }: Resolved): void {
    while (this.#until.length <= cache) {
      this.#until.push(0)
      this.#services.push(0)
    }
    this.#until[cache] = now + (service === 0 ? missedFor : foundFor)
    this.#services[cache] = service
    if (headless === undefined) this.#headless.delete(cache)
    else this.#headless.set(cache, headless)
  }

  save(): readonly (Answer | undefined)[] {
    return this.#until.map((until, cache) =>
      until === 0
        ? undefined
        : Object.freeze({
            service: this.#services[cache] as number,
            headless: this.#headless.get(cache),
            until,
          }),
    )
  }

  load(saved: readonly (Answer | undefined)[]): void {
    this.#until = saved.map((answer) => answer?.until ?? 0)
    this.#services = saved.map((answer) => answer?.service ?? 0)
    this.#headless.clear()
    saved.forEach((answer, cache) => {
      if (answer?.headless !== undefined) this.#headless.set(cache, answer.headless)
    })
  }
}
