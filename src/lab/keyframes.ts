/**
 * Keyframes along a recording. They only save time: the world that comes out of a seek is the same with none, few or
 * many. One is taken after so much work; when there are too many, every second one goes.
 */
import { takeImage, type WorldImage } from '../sim/world/image.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { isAtOrBefore, type Position } from './recording.ts'

export type KeyframeDensity = 'off' | 'sparse' | 'dense'

/**
 * Work between two keyframes: writes, and requests, of which some are played in the time of a write. With the writes of the
 * tick in which one falls due, a seek makes at most 25,000 again, until every second keyframe goes.
 */
const intervals: Readonly<Record<KeyframeDensity, number>> = {
  off: Number.POSITIVE_INFINITY,
  sparse: 24_000,
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

  /**
   * Takes the first, of a world that has just been built. With it a recording is played in one world only, whose ledger
   * holds all that ever happened in it: a keyframe knows only how long the ledger was.
   */
  begin(world: Simulation): void {
    if (this.#interval !== Number.POSITIVE_INFINITY) this.#take(world, 0)
  }

  /** Takes one if enough has been done since the last. */
  offer(world: Simulation, applied: number): void {
    const last = this.#kept[this.#kept.length - 1]
    if (workOf(world) - (last?.work ?? 0) < this.#interval) return
    this.#take(world, applied)
    if (this.#kept.length > mostKept) this.#kept = this.#kept.filter((_, i) => i % 2 === 0)
  }

  #take(world: Simulation, applied: number): void {
    this.#kept.push({ tick: world.tick, applied, work: workOf(world), image: takeImage(world) })
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
