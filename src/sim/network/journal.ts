/**
 * What has become of attempts, in columns. Writing one down touches nothing else; thousands are then counted in one go,
 * pod by pod, while what they are counted in is at hand.
 */
import { newOrderBuffers, type OrderBuffers, stableOrder } from '../core/stableOrder.ts'

/** Of a request whose client tries again, in the place of its load. */
export const noLoad = -1

const least = 256
const most = 65_536
/** Seconds between the first and the last of a journal: tallies have room for all of them, so that no order is lost. */
const longest = 10

export class Journal {
  size = 0
  pods = new Int32Array(least)
  services = new Int32Array(least)
  /** The load whose request is over with this attempt, or `noLoad`. */
  loads = new Int32Array(least)
  seconds = new Int32Array(least)
  /** Index of the cause, or `served`. */
  outcomes = new Int32Array(least)
  /** Buckets of the times since this attempt was sent, and since the first was. */
  times = new Int32Array(least)
  wholes = new Int32Array(least)
  #buffers: OrderBuffers = newOrderBuffers(least)
  #first = 0
  #last = 0

  /** Whether an attempt that ended in this second may be added; else the journal is to be cleared before. */
  hasRoom(second: number): boolean {
    if (this.size === 0) return true
    return this.size < most && second - this.#first <= longest && this.#last - second <= longest
  }

  /** A row for an attempt that ended in this second. */
  add(second: number): number {
    if (this.size === 0) this.#first = this.#last = second
    else if (second < this.#first) this.#first = second
    else if (second > this.#last) this.#last = second
    if (this.size === this.pods.length) this.#grow()
    this.seconds[this.size] = second
    return this.size++
  }

  /** Rows pod by pod; those of one as they were written. Good until this is asked again. */
  byPod(): Int32Array {
    return stableOrder(this.pods, this.size, this.#buffers)
  }

  clear(): void {
    this.size = 0
  }

  #grow(): void {
    this.pods = doubled(this.pods)
    this.services = doubled(this.services)
    this.loads = doubled(this.loads)
    this.seconds = doubled(this.seconds)
    this.outcomes = doubled(this.outcomes)
    this.times = doubled(this.times)
    this.wholes = doubled(this.wholes)
    this.#buffers = newOrderBuffers(this.pods.length)
  }
}

function doubled(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * column.length)
  longer.set(column)
  return longer
}
