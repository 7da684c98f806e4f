/**
 * When objects were made. Slots are given out in order of time, so that the last slot of each second is enough: a pod's age
 * costs its screen nothing.
 */
import type { Tick } from '../../sim/core/clock.ts'
import { birthWords } from './format.ts'

/** Ticks that are told as one. */
const grain = 10

export class Births {
  /** The last slot given out, and the tick by which it was. */
  #rows: number[] = []
  /** How many of the numbers, from the first on, have been told as they are. */
  #told = 0

  /** After every step. A world that went back has fewer slots than were known, and may give them out anew. */
  note(tick: Tick, lastSlot: number): void {
    const rows = this.#rows
    const end = Math.ceil(tick / grain) * grain
    while (rows.length > 0 && (this.#lastTick > end || this.#lastSlot > lastSlot)) rows.length -= birthWords
    if (this.#lastSlot !== lastSlot) {
      if (rows.length > 0 && this.#lastTick === end) rows[rows.length - birthWords] = lastSlot
      else rows.push(lastSlot, end)
    } else if (this.#told <= rows.length) return
    this.#told = Math.min(this.#told, Math.max(0, rows.length - birthWords))
  }

  /** What nobody has been told; all of it if `whole`. */
  take(whole: boolean): Int32Array<ArrayBuffer> {
    const from = whole ? 0 : this.#told
    this.#told = this.#rows.length
    return Int32Array.from(this.#rows.slice(from))
  }

  get #lastSlot(): number {
    return this.#rows.at(-2) ?? -1
  }

  get #lastTick(): Tick {
    return this.#rows.at(-1) ?? -1
  }
}
