/**
 * Keyframes along a recording. They only save time: the world that comes out of a seek is the same with none, few or
 * many. One is taken after so much work; when together they take too much room, those go that are missed least. Who comes
 * through a part again from which some have gone leaves new ones on the way: whoever looks back mostly looks there again.
 */
import { takeImage, type WorldImage } from '../sim/world/image.ts'
import { imageBytes, tailBytes } from '../sim/world/imageBytes.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { isAtOrBefore, type Position } from './recording.ts'

export type KeyframeDensity = 'off' | 'sparse' | 'dense'

/**
 * Work between two keyframes: writes, and requests, of which some are played in the time of a write. A small world comes
 * back the sooner the less there is to play again; a large one has more to take down each time. With the writes of the tick
 * in which one falls due, a seek makes at most 25,000 again.
 */
const mostBetween = 23_000
const leastBetween = 2500
const betweenPerObject = 0.75
const betweenDense = 200
const requestsAWrite = 4

/** Besides the ledger, which has 96 MB. */
const budgetBytes = 260e6
/** Of a small world, which need little room each. */
const mostKept = 256
/** Around the world's present place none goes for so many times the work between two. */
const keptNearby = 4

export interface Keyframe extends Position {
  readonly work: number
  readonly image: WorldImage
  /** About what it takes that the one after it doesn't share. Of the newest it is not known yet: 0. */
  bytes: number
  /** Whether it holds rows of the ledger that the ledger itself has forgotten. */
  isAlone: boolean
}

export class Keyframes {
  readonly #density: KeyframeDensity
  readonly #budget: number
  #kept: Keyframe[] = []
  #bytes = 0

  /** `budget`: bytes that they may take together. */
  constructor(density: KeyframeDensity, budget: number = budgetBytes) {
    this.#density = density
    this.#budget = budget
  }

  get count(): number {
    return this.#kept.length
  }

  /** About what they take together. */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * Takes the first, of a world that has just been built. With it a recording is played in one world only, which has lived
   * through all that it is put back to.
   */
  begin(world: Simulation): void {
    if (this.#density !== 'off') this.#take(world, 0)
  }

  /** Whether enough has been done since the one before this place, and enough is done until the next. */
  isDue(world: Simulation): boolean {
    if (this.#density === 'off') return false
    const work = workOf(world)
    const between = this.#between(world)
    const next = this.#indexAfter(work)
    return (
      work - (this.#kept[next - 1]?.work ?? 0) >= between &&
      (this.#kept[next]?.work ?? Number.POSITIVE_INFINITY) - work >= between / 2
    )
  }

  /** Takes one if it is due. */
  offer(world: Simulation, applied: number): void {
    if (this.isDue(world)) this.#take(world, applied)
  }

  /** The newest one at or before a position. */
  before(position: Position): Keyframe | undefined {
    return this.#kept.findLast((keyframe) => isAtOrBefore(keyframe, position))
  }

  /** The future after `position` is given up. */
  dropAfter(position: Position): void {
    this.#kept = this.#kept.filter((keyframe) => isAtOrBefore(keyframe, position))
    const last = this.#kept[this.#kept.length - 1]
    if (last !== undefined) last.bytes = 0
    this.#bytes = this.#kept.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  clear(): void {
    this.#kept = []
    this.#bytes = 0
  }

  #between({ engine }: Simulation): number {
    if (this.#density === 'dense') return betweenDense
    const bySize = betweenPerObject * engine.state.registry.liveCount
    return Math.min(mostBetween, Math.max(leastBetween, bySize))
  }

  #take(world: Simulation, applied: number): void {
    const taken: Keyframe = {
      tick: world.tick,
      applied,
      work: workOf(world),
      image: takeImage(world),
      bytes: 0,
      isAlone: false,
    }
    const place = this.#indexAfter(taken.work)
    this.#kept.splice(place, 0, taken)
    this.#measure(place - 1)
    this.#measure(place)
    this.#countTails(world)
    const nearby = keptNearby * this.#between(world)
    while (this.#kept.length > 2 && (this.#bytes > this.#budget || this.#kept.length > mostKept))
      this.#dropOne(taken.work, nearby)
  }

  /** Where the first one is before which more was done. */
  #indexAfter(work: number): number {
    let index = this.#kept.length
    while (index > 0 && (this.#kept[index - 1] as Keyframe).work > work) index--
    return index
  }

  /**
   * The one without which the least is to be played again; of several, the oldest. Never the first or the newest, nor one
   * near the present place as long as there is another.
   */
  #dropOne(present: number, nearby: number): void {
    const chosen =
      this.#leastMissed((work) => Math.abs(work - present) > nearby) || this.#leastMissed(() => true)
    const [dropped] = this.#kept.splice(chosen, 1)
    this.#bytes -= dropped?.bytes ?? 0
    this.#measure(chosen - 1)
  }

  /** Its index; 0: none of those between the first and the newest may go. */
  #leastMissed(mayGo: (work: number) => boolean): number {
    let chosen = 0
    let least = Number.POSITIVE_INFINITY
    for (let i = 1; i < this.#kept.length - 1; i++) {
      if (!mayGo((this.#kept[i] as Keyframe).work)) continue
      const gap = (this.#kept[i + 1] as Keyframe).work - (this.#kept[i - 1] as Keyframe).work
      if (gap >= least) continue
      chosen = i
      least = gap
    }
    return chosen
  }

  #measure(index: number): void {
    const keyframe = this.#kept[index]
    const next = this.#kept[index + 1]
    if (keyframe === undefined || next === undefined) return
    this.#bytes -= keyframe.bytes
    keyframe.bytes = imageBytes(keyframe.image, next.image)
    if (keyframe.isAlone) keyframe.bytes += tailBytes(keyframe.image)
    this.#bytes += keyframe.bytes
  }

  /** The ledger forgets its oldest rows; the oldest keyframes go on holding theirs. */
  #countTails({ engine }: Simulation): void {
    for (const keyframe of this.#kept) {
      if (keyframe.isAlone) continue
      if (engine.state.ledger.remembers(keyframe.image.state.registry.head)) return
      keyframe.isAlone = true
      const bytes = tailBytes(keyframe.image)
      keyframe.bytes += bytes
      this.#bytes += bytes
    }
  }
}

function workOf({ engine, components }: Simulation): number {
  return engine.state.registry.head + Math.floor(components.network.begun / requestsAWrite)
}
