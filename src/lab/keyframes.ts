/**
 * Keyframes along a recording. They only save time: the world that comes out of a seek is the same with none, few or
 * many. One is taken after a stride (`stride.ts`); when together they take too much room, those go that are missed least. Who comes
 * through a part again from which some have gone leaves new ones on the way: whoever looks back mostly looks there again.
 */
import { takeImage, type WorldImage } from '../sim/world/image.ts'
import { imageBytes, tailBytes } from '../sim/world/imageBytes.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { isAtOrBefore, type Position } from './recording.ts'
import { distance, noProgress, type Progress, progressOf, type Stride, strideOf } from './stride.ts'

export type KeyframeDensity = 'off' | 'sparse' | 'dense'

/** Besides the ledger, which has 96 MB. */
const budgetBytes = 260e6
/** Of a small world, which need little room each. */
const mostKept = 256
/** Strides around the world's present place in which none goes. */
const keptNearby = 4

export interface Keyframe extends Position {
  readonly progress: Progress
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

  /** Whether a stride lies behind since the one before this place, and half of one before the next. */
  isDue(world: Simulation): boolean {
    if (this.#density === 'off') return false
    const stride = strideOf(world, this.#density === 'dense')
    const now = progressOf(world)
    const next = this.#indexAfter(now, stride)
    const before = this.#kept[next - 1]?.progress ?? noProgress
    const after = this.#kept[next]?.progress
    return distance(before, now, stride) >= 1 && (after === undefined || distance(now, after, stride) >= 0.5)
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

  #take(world: Simulation, applied: number): void {
    const stride = strideOf(world, this.#density === 'dense')
    const taken: Keyframe = {
      tick: world.tick,
      applied,
      progress: progressOf(world),
      image: takeImage(world),
      bytes: 0,
      isAlone: false,
    }
    const place = this.#indexAfter(taken.progress, stride)
    this.#kept.splice(place, 0, taken)
    this.#measure(place - 1)
    this.#measure(place)
    this.#countTails(world)
    while (this.#kept.length > 2 && (this.#bytes > this.#budget || this.#kept.length > mostKept))
      this.#dropOne(taken.progress, stride)
  }

  /** Where the first one is before which more was done. */
  #indexAfter(progress: Progress, stride: Stride): number {
    let index = this.#kept.length
    while (index > 0 && distance(progress, (this.#kept[index - 1] as Keyframe).progress, stride) > 0) index--
    return index
  }

  /**
   * The one without which the least is to be played again; of several, the oldest. Never the first or the newest, nor one
   * near the present place as long as there is another.
   */
  #dropOne(present: Progress, stride: Stride): void {
    const isFar = (progress: Progress) => Math.abs(distance(present, progress, stride)) > keptNearby
    const chosen = this.#leastMissed(stride, isFar) || this.#leastMissed(stride, () => true)
    const [dropped] = this.#kept.splice(chosen, 1)
    this.#bytes -= dropped?.bytes ?? 0
    this.#measure(chosen - 1)
  }

  /** Its index; 0: none of those between the first and the newest may go. */
  #leastMissed(stride: Stride, mayGo: (progress: Progress) => boolean): number {
    let chosen = 0
    let least = Number.POSITIVE_INFINITY
    for (let i = 1; i < this.#kept.length - 1; i++) {
      if (!mayGo((this.#kept[i] as Keyframe).progress)) continue
      const [before, after] = [this.#kept[i - 1], this.#kept[i + 1]] as [Keyframe, Keyframe]
      const gap = distance(before.progress, after.progress, stride)
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
