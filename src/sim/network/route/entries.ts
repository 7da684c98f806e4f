/**
 * Where requests enter the cluster. Clients inside live on machines that run; a load balancer spreads over all nodes and
 * finds out after its health checks that one is gone.
 */
import { type Tick, ticksOf } from '../../core/clock.ts'
import type { Machine, Substrate } from '../../substrate/index.ts'
import { delayOf } from '../proxy/syncs.ts'

/** Two health checks in a row, every five seconds, are to fail. */
const noticedAfter: Tick = ticksOf(10)

export interface Entry {
  readonly node: string
  /** How long after a sync its proxy has the new rules. */
  readonly proxyDelay: Tick
}

export class Entries {
  readonly #substrate: Substrate
  readonly #seed: number
  /** Since when machines that don't answer have been so. */
  #gone = new Map<string, Tick>()
  #seenChanges = -1
  #until: Tick = 0
  #inside: readonly Entry[] = []
  #outside: readonly Entry[] = []
  readonly #known = new Map<string, Entry>()

  constructor(substrate: Substrate, seed: number) {
    this.#substrate = substrate
    this.#seed = seed
  }

  get inside(): readonly Entry[] {
    return this.#inside
  }

  get outside(): readonly Entry[] {
    return this.#outside
  }

  /** Whether packets reach every machine of the list: those inside are where they do. */
  areReachable(entries: readonly Entry[]): boolean {
    return entries === this.#inside || this.#gone.size === 0
  }

  /** Looks again where machines have changed, or a health check will have. */
  refresh(now: Tick): void {
    const { machines } = this.#substrate
    if (machines.changes === this.#seenChanges && now < this.#until) return
    this.#seenChanges = machines.changes
    this.#until = Number.POSITIVE_INFINITY
    const gone = new Map<string, Tick>()
    const inside: Entry[] = []
    const outside: Entry[] = []
    for (const machine of machines.all()) {
      const entry = this.#entryOf(machine.name)
      if (isReachable(machine)) {
        inside.push(entry)
        outside.push(entry)
        continue
      }
      const since = this.#gone.get(machine.name) ?? now
      gone.set(machine.name, since)
      if (now >= since + noticedAfter) continue
      outside.push(entry)
      this.#until = Math.min(this.#until, since + noticedAfter)
    }
    this.#gone = gone
    this.#inside = inside
    this.#outside = outside
  }

  save(): ReadonlyMap<string, Tick> {
    return new Map(this.#gone)
  }

  load(saved: ReadonlyMap<string, Tick>): void {
    this.#gone = new Map(saved)
    this.#seenChanges = -1
  }

  #entryOf(node: string): Entry {
    let entry = this.#known.get(node)
    if (entry === undefined) {
      entry = { node, proxyDelay: delayOf(this.#seed, node) }
      this.#known.set(node, entry)
    }
    return entry
  }
}

/** Whether packets reach the machine. */
export function isReachable(machine: Machine | undefined): boolean {
  return machine?.power === true && machine.network
}
