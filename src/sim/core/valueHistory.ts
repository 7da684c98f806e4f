/**
 * The values before and after each of the newest writes, by revision: what readers see whose cache lags, and what those
 * are told who look back.
 */
import type { Stored } from './stored.ts'

/** Kept for looking back, besides what a lagging reader needs. */
const kept = 20_000
/** They are dropped so many at a time. */
const slack = 5000

/** What watchers have not been told yet: the values before and after each write from `start` on. */
export interface ValueHistoryImage {
  readonly start: number
  readonly before: readonly (Stored | undefined)[]
  readonly after: readonly (Stored | undefined)[]
}

export class ValueHistory {
  /** By revision, from `#start` on. */
  #before: (Stored | undefined)[] = []
  #after: (Stored | undefined)[] = []
  #start = 1

  /** The revision of the oldest write that is kept. */
  get start(): number {
    return this.#start
  }

  get length(): number {
    return this.#before.length
  }

  before(revision: number): Stored | undefined {
    return this.#before[revision - this.#start]
  }

  after(revision: number): Stored | undefined {
    return this.#after[revision - this.#start]
  }

  /** Revisions since the last that are no writes of objects have no values. */
  add(revision: number, before: Stored | undefined, after: Stored | undefined): void {
    while (this.#start + this.#before.length < revision) {
      this.#before.push(undefined)
      this.#after.push(undefined)
    }
    this.#before.push(before)
    this.#after.push(after)
  }

  /** Drops values that no reader needs: all have seen `seen`. `head`: the newest revision. */
  trim(seen: number, head: number): void {
    if (this.#before.length < kept + slack) return
    const start = Math.min(seen + 1, head + 1 - kept)
    const drop = start - this.#start
    if (drop <= 0) return
    this.#before = this.#before.slice(drop)
    this.#after = this.#after.slice(drop)
    this.#start = start
  }

  image(delivered: number): ValueHistoryImage {
    const from = delivered + 1 - this.#start
    return { start: delivered + 1, before: this.#before.slice(from), after: this.#after.slice(from) }
  }

  restore({ start, before, after }: ValueHistoryImage): void {
    this.#start = start
    this.#before = before.slice()
    this.#after = after.slice()
  }
}
