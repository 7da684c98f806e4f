/** The gaps that are open now, by the slot of their object, and since when. */
import type { Tick } from '../../sim/core/clock.ts'
import type { Gap } from '../../sim/world/gaps.ts'

export interface OpenGap {
  readonly slot: number
  readonly gap: Gap
  readonly since: Tick
}

/** Tells since when a gap has been open that was not open a moment ago; told of those that close. */
export interface GapTimes {
  since(slot: number, field: string): Tick
  closed(slot: number, field: string): void
}

const none: readonly OpenGap[] = []

export class GapWatch {
  readonly #open = new Map<number, readonly OpenGap[]>()
  #count = 0

  get count(): number {
    return this.#count
  }

  of(slot: number): readonly OpenGap[] {
    return this.#open.get(slot) ?? none
  }

  /** In no order. */
  *all(): Generator<OpenGap> {
    for (const gaps of this.#open.values()) yield* gaps
  }

  put(slot: number, gaps: readonly Gap[], times: GapTimes): void {
    const known = this.of(slot)
    if (gaps.length === 0 && known.length === 0) return
    for (const { gap } of known)
      if (!gaps.some(({ field }) => field === gap.field)) times.closed(slot, gap.field)
    const next = gaps.map((gap) => ({
      slot,
      gap,
      since: known.find((one) => one.gap.field === gap.field)?.since ?? times.since(slot, gap.field),
    }))
    this.#count += next.length - known.length
    if (next.length === 0) this.#open.delete(slot)
    else this.#open.set(slot, next)
  }

  clear(): void {
    this.#open.clear()
    this.#count = 0
  }
}
