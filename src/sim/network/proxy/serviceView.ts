/**
 * A Service as the proxies of all nodes see it: its latest lists of endpoints, each with the sync that brings it. A node
 * uses the newest one that has reached it. As soon as all have it, older ones are forgotten.
 */
import type { Tick } from '../../core/clock.ts'
import { type Endpoints, noEndpoints } from './endpoints.ts'
import { slowestProxy } from './syncs.ts'

export interface Version {
  readonly sync: Tick
  readonly endpoints: Endpoints
}

export class ServiceView {
  #versions: Version[]

  constructor(versions: readonly Version[] = []) {
    this.#versions = [...versions]
  }

  /** What all proxies will know when no more changes come. */
  get newest(): Endpoints {
    return this.#versions.at(-1)?.endpoints ?? noEndpoints
  }

  /** Slots of all pods that some proxy may still send to. */
  get pods(): readonly number[] {
    return this.#versions.flatMap(({ endpoints }) => endpoints.pods)
  }

  put(version: Version): void {
    if (this.#versions.at(-1)?.sync === version.sync) this.#versions.pop()
    this.#versions.push(version)
  }

  /** What a proxy with this delay goes by; undefined: it has not heard of the Service yet. */
  at(now: Tick, delay: Tick): Endpoints | undefined {
    for (let i = this.#versions.length - 1; i >= 0; i--) {
      const { sync, endpoints } = this.#versions[i] as Version
      if (sync + delay <= now) return endpoints
    }
    return undefined
  }

  /** Whether all proxies agree. Forgets what nobody goes by any more. */
  settled(now: Tick): boolean {
    while (this.#versions.length > 1 && (this.#versions[1] as Version).sync + slowestProxy <= now)
      this.#versions.shift()
    return this.#versions.length === 1 && (this.#versions[0] as Version).sync + slowestProxy <= now
  }

  save(): readonly Version[] {
    return [...this.#versions]
  }
}
