/**
 * The pods that somebody uses, by the phase at which their nodes are scraped: one scrape is about few of them. Derived from
 * the counters that there are, and worked out anew when others are.
 */
import type { Tick } from '../core/clock.ts'
import type { UsageMeter } from '../substrate/index.ts'

/** The phase of the node that the pod in this slot is on; undefined: it is on none, or gone. */
type PhaseOf = (slot: number) => Tick | undefined

export class Rounds {
  readonly #usage: UsageMeter
  readonly #phaseOf: PhaseOf
  #asOf = -1
  #slots = new Map<Tick, readonly number[]>()

  constructor(usage: UsageMeter, phaseOf: PhaseOf) {
    this.#usage = usage
    this.#phaseOf = phaseOf
  }

  /** Slots by phase, those of one in the order in which they were first used. Some may have gone meanwhile. */
  get all(): ReadonlyMap<Tick, readonly number[]> {
    if (this.#asOf !== this.#usage.changes) this.#group()
    return this.#slots
  }

  #group(): void {
    this.#asOf = this.#usage.changes
    const groups = new Map<Tick, number[]>()
    for (const slot of this.#usage.used) {
      const phase = this.#phaseOf(slot)
      if (phase === undefined) continue
      const group = groups.get(phase)
      if (group === undefined) groups.set(phase, [slot])
      else group.push(slot)
    }
    this.#slots = groups
  }
}
