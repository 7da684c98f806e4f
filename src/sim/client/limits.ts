/** Client limits a user may set (`sim limit`): calls a second and burst. Defaults of 1.36. */
export interface Limit {
  readonly qps: number
  readonly burst: number
}

/** No limit at all: a cluster that is being built has this one, and buckets stay as full as they are. */
export const unlimited: Limit = Object.freeze({ qps: 0, burst: 0 })

export type LimitedClient = 'controller-manager' | 'scheduler'

export class Limits {
  #limits: Record<LimitedClient, Limit> = {
    'controller-manager': { qps: 20, burst: 30 },
    scheduler: { qps: 50, burst: 100 },
  }

  of(client: LimitedClient): Limit {
    return this.#limits[client]
  }

  set(client: LimitedClient, limit: Limit): void {
    this.#limits = { ...this.#limits, [client]: limit }
  }

  save(): unknown {
    return this.#limits
  }

  load(saved: unknown): void {
    this.#limits = saved as Record<LimitedClient, Limit>
  }
}
