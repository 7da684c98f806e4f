/**
 * How fast the world goes: so many simulated seconds a second, or as fast as it can until something is true. Gets slices
 * of the host's time, works within a budget and comes back, so that requests are heard in between.
 */
import { headOf, isReached, type StopCondition } from '../lab/moments.ts'
import type { Sitting } from '../lab/sitting.ts'

/** Milliseconds of work in one slice. */
const sliceBudget = 12
/** What a slow machine can't keep up with is let go, beyond so many milliseconds. */
const mostOwed = 250
/** A condition that isn't reached within so many ticks is given up: an hour. */
const furthest = 36_000

export interface Conductor {
  /** After every step of the world. True: stop here. */
  stepped(): boolean
  /** The world may not run past this tick at once. */
  readonly limit: number
  /** Whether a line waits for the world, and whether time should fly for it. */
  readonly waiting: 'no' | 'yes' | 'fast'
}

export class Playback {
  playing = false
  speed = 1
  #owed = 0
  #target: { readonly stop: StopCondition; readonly since: number; readonly until: number } | undefined
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  get isSeeking(): boolean {
    return this.#target !== undefined
  }

  isActive({ waiting }: Conductor): boolean {
    return this.playing || this.isSeeking || waiting !== 'no'
  }

  stop(): void {
    this.playing = false
    this.#target = undefined
    this.#owed = 0
  }

  runUntil(stop: StopCondition, sitting: Sitting): void {
    this.#target = { stop, since: headOf(sitting), until: sitting.world.tick + furthest }
  }

  /** Lets `milliseconds` of the host's time pass. */
  elapse(milliseconds: number, sitting: Sitting, conductor: Conductor): void {
    const deadline = this.#now() + sliceBudget
    if (this.#target !== undefined) this.#runToTarget(sitting, conductor, deadline)
    else if (conductor.waiting === 'fast') this.#runFast(sitting, conductor, deadline)
    else if (this.playing || conductor.waiting === 'yes')
      this.#runAtSpeed(milliseconds, sitting, conductor, deadline)
  }

  #runToTarget(sitting: Sitting, conductor: Conductor, deadline: number): void {
    while (this.#target !== undefined && this.#now() < deadline) {
      const { stop, since, until } = this.#target
      sitting.advance(Math.min(until, conductor.limit))
      const stopped = conductor.stepped()
      if (stopped || sitting.world.tick >= until || isReached(stop, sitting, since)) this.#target = undefined
    }
  }

  #runFast(sitting: Sitting, conductor: Conductor, deadline: number): void {
    while (conductor.waiting === 'fast' && this.#now() < deadline) {
      sitting.advance(conductor.limit)
      if (conductor.stepped()) return
    }
  }

  #runAtSpeed(milliseconds: number, sitting: Sitting, conductor: Conductor, deadline: number): void {
    const perTick = 100 / this.speed
    this.#owed = Math.min(this.#owed + milliseconds, Math.max(mostOwed, perTick))
    const target = sitting.world.tick + Math.floor(this.#owed / perTick)
    while (sitting.world.tick < target) {
      const before = sitting.world.tick
      sitting.advance(Math.min(target, conductor.limit))
      this.#owed -= (sitting.world.tick - before) * perTick
      if (conductor.stepped() || this.#now() >= deadline) return
      if (!this.playing && conductor.waiting === 'no') return
    }
  }
}
