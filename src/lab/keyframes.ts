/**
 * Keyframes along a recording. They only save time: the world that comes out of a seek is the same with none, few or
 * many. One is taken after so much work; when there are too many, every second one goes.
 */
import { takeImage, type WorldImage } from '../sim/world/image.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { isAtOrBefore, type Position } from './recording.ts'

export type KeyframeDensity = 'off' | 'sparse' | 'dense'

/** Work between two keyframes: writes, and requests, of which some are played in the time of a write. */
const intervals: Readonly<Record<KeyframeDensity, number>> = {
  off: Number.POSITIVE_INFINITY,
  sparse: 25_000,
  dense: 200,
}
const requestsAWrite = 4
const mostKept = 64

export interface Keyframe extends Position {
  readonly work: number
  readonly image: WorldImage
}

export class Keyframes {
  #kept: Keyframe[] = []
  readonly #interval: number

  constructor(density: KeyframeDensity) {
    this.#interval = intervals[density]
  }

  get count(): number {
    return this.#kept.length
  }

  /** Takes one if enough has been done since the last. */
  offer(world: Simulation, applied: number): void {
    const work = workOf(world)
    const last = this.#kept[this.#kept.length - 1]
    if (work - (last?.work ?? 0) < this.#interval) return
    this.#kept.push({ tick: world.tick, applied, work, image: takeImage(world) })
    if (this.#kept.length > mostKept) this.#kept = this.#kept.filter((_, i) => i % 2 === 1)
  }

  /** The newest one at or before a position. */
  before(position: Position): Keyframe | undefined {
    return this.#kept.findLast((keyframe) => isAtOrBefore(keyframe, position))
  }

  /** The future after `position` is given up. */
  dropAfter(position: Position): void {
    this.#kept = this.#kept.filter((keyframe) => isAtOrBefore(keyframe, position))
  }

  clear(): void {
    this.#kept = []
  }
}

function workOf({ engine, components }: Simulation): number {
  return engine.state.registry.head + Math.floor(components.network.begun / requestsAWrite)
}
