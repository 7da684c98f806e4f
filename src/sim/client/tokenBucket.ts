/**
 * client-go's token bucket (util/flowcontrol): `qps` tokens a second, at most `burst` saved up. A call takes a token;
 * the bucket may be overdrawn by calls that belong together, and then nothing may begin until it has recovered.
 * Counted in hundredths of a token, so that 20 a second is 200 a tick.
 */
import { type Tick, ticksPerSecond } from '../core/clock.ts'
import { type Limit, unlimited } from './limits.ts'

const whole = 100

export interface BucketMemory {
  hundredths: number
  at: Tick
}

export class TokenBucket {
  readonly #limit: () => Limit
  #memory: BucketMemory

  constructor(limit: () => Limit) {
    this.#limit = limit
    this.#memory = { hundredths: limit().burst * whole, at: 0 }
  }

  /** Calls that may be made now without waiting; 0 when overdrawn. */
  available(tick: Tick): number {
    if (this.#limit() === unlimited) return Number.POSITIVE_INFINITY
    this.#refill(tick)
    return Math.max(0, Math.floor(this.#memory.hundredths / whole))
  }

  take(tick: Tick): void {
    if (this.#limit() === unlimited) return
    this.#refill(tick)
    this.#memory.hundredths -= whole
  }

  save(): BucketMemory {
    return { ...this.#memory }
  }

  load(saved: BucketMemory): void {
    this.#memory = { ...saved }
  }

  #refill(tick: Tick): void {
    const { qps, burst } = this.#limit()
    const gained = Math.floor(((tick - this.#memory.at) * qps * whole) / ticksPerSecond)
    this.#memory.hundredths = Math.min(burst * whole, this.#memory.hundredths + gained)
    this.#memory.at = tick
  }
}
