/** Of very many the few that are oldest, without putting all in order. */
import type { Tick } from '../../sim/core/clock.ts'

export interface Aged<T> {
  readonly since: Tick
  readonly slot: number
  readonly of: T
}

export class Oldest<T> {
  /** Oldest first; of the same age in the order of slots, and then as they came. */
  readonly #kept: Aged<T>[] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  offer(since: Tick, slot: number, of: T): void {
    const kept = this.#kept
    let at = kept.length
    if (at === this.#most && !isBefore(since, slot, kept[at - 1] as Aged<T>)) return
    while (at > 0 && isBefore(since, slot, kept[at - 1] as Aged<T>)) at--
    kept.splice(at, 0, { since, slot, of })
    if (kept.length > this.#most) kept.pop()
  }

  list(): readonly Aged<T>[] {
    return this.#kept
  }
}

function isBefore(since: Tick, slot: number, other: Aged<unknown>): boolean {
  return since < other.since || (since === other.since && slot < other.slot)
}
