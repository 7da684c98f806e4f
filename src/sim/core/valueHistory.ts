/**
 * The values before and after each of the newest writes, by revision: what readers see whose cache lags, and what those
 * are told who look back.
 */
import type { Stored } from './stored.ts'

/** Kept for looking back, besides what a lagging reader needs. */
const kept = 20_000

/** What watchers have not been told yet: the values before and after each write from `start` on. */
export interface ValueHistoryImage {
  readonly start: number
  readonly before: readonly (Stored | undefined)[]
  readonly after: readonly (Stored | undefined)[]
}

const smallestRing = 1024

export class ValueHistory {
  /** Rings, by revision: nothing is moved when the oldest are dropped. */
  #before: (Stored | undefined)[] = emptyRing(smallestRing)
  #after: (Stored | undefined)[] = emptyRing(smallestRing)
  #within = smallestRing - 1
  #start = 1
  /** The revision after the newest one. */
  #end = 1

  /** The revision of the oldest write that is kept. */
  get start(): number {
    return this.#start
  }

  get length(): number {
    return this.#end - this.#start
  }

  before(revision: number): Stored | undefined {
    return this.#keeps(revision) ? this.#before[revision & this.#within] : undefined
  }

  after(revision: number): Stored | undefined {
    return this.#keeps(revision) ? this.#after[revision & this.#within] : undefined
  }

  /** Revisions since the last that are no writes of objects have no values. */
  add(revision: number, before: Stored | undefined, after: Stored | undefined): void {
    while (revision - this.#start > this.#within) this.#widen()
    this.#set(revision, before, after)
    this.#end = revision + 1
  }

  /** Drops values that no reader needs: all have seen `seen`. */
  trim(seen: number): void {
    const start = Math.min(seen + 1, this.#end - kept)
    for (; this.#start < start; this.#start++) this.#set(this.#start, undefined, undefined)
  }

  image(delivered: number): ValueHistoryImage {
    const revisions = Array.from({ length: this.#end - delivered - 1 }, (_, i) => delivered + 1 + i)
    return {
      start: delivered + 1,
      before: revisions.map((revision) => this.before(revision)),
      after: revisions.map((revision) => this.after(revision)),
    }
  }

  restore({ start, before, after }: ValueHistoryImage): void {
    this.#before.fill(undefined)
    this.#after.fill(undefined)
    this.#start = start
    this.#end = start
    before.forEach((value, i) => {
      this.add(start + i, value, after[i])
    })
  }

  #keeps(revision: number): boolean {
    return revision >= this.#start && revision < this.#end
  }

  #set(revision: number, before: Stored | undefined, after: Stored | undefined): void {
    this.#before[revision & this.#within] = before
    this.#after[revision & this.#within] = after
  }

  #widen(): void {
    const { start, before, after } = this.image(this.#start - 1)
    this.#within = 2 * this.#within + 1
    this.#before = emptyRing(this.#within + 1)
    this.#after = emptyRing(this.#within + 1)
    before.forEach((value, i) => {
      this.#set(start + i, value, after[i])
    })
  }
}

function emptyRing(size: number): (Stored | undefined)[] {
  return new Array(size).fill(undefined)
}
