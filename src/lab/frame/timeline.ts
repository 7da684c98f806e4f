/**
 * Desired against actual over time, and what people did. Told of the world after every step, so that nothing is lost
 * when many steps go into one frame. What was seen of a recording stays when the world goes back: by determinism the
 * recorded future comes again, until a new line changes it.
 */
import type { Tick } from '../../sim/core/clock.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { Births } from './births.ts'
import { sampleWords } from './format.ts'
import { Survey } from './survey.ts'
import { TrafficHistory } from './traffic/history.ts'

export interface Sample {
  readonly tick: Tick
  readonly desired: number
  readonly actual: number
}

export class Timeline {
  readonly survey = new Survey()
  readonly traffic = new TrafficHistory()
  readonly births = new Births()
  #samples: Sample[] = []
  /** How many of the samples, from the first on, have been shown as they are. */
  #shown = 0
  /** When it was told of the world last, and the furthest it was told of. */
  #noted: Tick = 0
  #latest: Tick = 0

  /** When it was told of the world last. */
  get tick(): Tick {
    return this.#noted
  }

  get samples(): readonly Sample[] {
    return this.#samples
  }

  /** After a step, or a line; in the order of time, and again where the world went back. */
  note(world: Simulation): void {
    const { survey } = this
    const { beginnings } = survey
    survey.follow(world)
    if (survey.beginnings === beginnings) this.#forgetBetween(this.#noted, world.tick)
    this.#noted = world.tick
    this.#latest = Math.max(this.#latest, world.tick)
    this.traffic.note(world)
    this.births.note(world.tick, world.engine.state.registry.slotCount)
    this.#put({ tick: world.tick, desired: survey.desired, actual: survey.tally.ready })
  }

  /** A new line has changed the recorded future: the recording ends here, for now. */
  forgetAfter(tick: Tick): void {
    if (this.#latest <= tick) return
    this.#latest = tick
    this.survey.book.forgetAfter(tick)
    this.traffic.forgetAfter(tick)
    const kept = this.#placeOf(tick + 1)
    if (kept === this.#samples.length) return
    this.#samples = this.#samples.slice(0, kept)
    this.#shown = Math.min(this.#shown, Math.max(0, kept - 1))
  }

  /** Samples that nobody has seen; all of them if `whole`. They take the place of those shown from the first one's tick on. */
  takeSamples(whole: boolean): Int32Array<ArrayBuffer> {
    const from = whole ? 0 : this.#shown
    this.#shown = this.#samples.length
    const news = this.#samples.slice(from)
    const words = new Int32Array(news.length * sampleWords)
    for (const [i, { tick, desired, actual }] of news.entries())
      words.set([tick, desired, actual], i * sampleWords)
    return words
  }

  #put(sample: Sample): void {
    const at = this.#placeOf(sample.tick)
    const before = this.#samples[at - 1]
    const known = this.#samples[at]?.tick === sample.tick ? this.#samples[at] : undefined
    if (isSame(known ?? before, sample)) return
    this.#samples.splice(at, known === undefined ? 0 : 1, sample)
    this.#shown = Math.min(this.#shown, at)
  }

  /** The world did nothing between two steps: samples from there are of another recording. */
  #forgetBetween(earlier: Tick, later: Tick): void {
    const from = this.#placeOf(earlier + 1)
    const to = this.#placeOf(later)
    if (from >= to) return
    this.#samples.splice(from, to - from)
    this.#shown = Math.min(this.#shown, from - 1)
  }

  /** Where the sample of a tick is, or would be put. */
  #placeOf(tick: Tick): number {
    let low = 0
    let high = this.#samples.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#samples[middle] as Sample).tick < tick) low = middle + 1
      else high = middle
    }
    return low
  }
}

function isSame(one: Sample | undefined, other: Sample): boolean {
  return one?.desired === other.desired && one.actual === other.actual
}
