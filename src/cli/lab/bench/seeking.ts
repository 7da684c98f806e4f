/**
 * Keyframes while a bench run goes on, as a sitting takes them, and afterwards seeks to moments all over it. The run must
 * be one that plays itself: nothing is typed into it.
 */
import { Keyframes } from '../../../lab/keyframes.ts'
import { noProgress, type Progress, progressOf } from '../../../lab/stride.ts'
import type { Tick } from '../../../sim/core/clock.ts'
import { restoreImage } from '../../../sim/world/image.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'

export interface SeekFigures {
  readonly seeks: number
  /** CPU: a busy machine makes the time by the clock longer, not the work. */
  readonly longestSeconds: number
  readonly meanSeconds: number
  /** Writes that were made again after a seek, at most. */
  readonly mostReplayed: number
  /** Requests that were sent again after a seek, at most. */
  readonly mostRequestsReplayed: number
  readonly keyframes: number
  readonly keyframeSeconds: number
  readonly keyframeMegabytes: number
  /** The ledger and the keyframes, with the objects that only they hold. */
  readonly historyMegabytes: number
}

export class Seeking {
  readonly #world: Simulation
  readonly #keyframes = new Keyframes('sparse')
  #keyframeSeconds = 0

  constructor(world: Simulation) {
    this.#world = world
    this.#keyframes.begin(world)
  }

  /** To be called after every step. */
  offer(): void {
    if (!this.#keyframes.isDue(this.#world)) return
    this.#keyframeSeconds += cpuOf(() => this.#keyframes.offer(this.#world, 0))
  }

  /** Seeks to `seeks` moments between the beginning and now, the last of which is now. `liveBytes`: what lives after a collection. */
  finish(seeks: number, liveBytes: () => number): SeekFigures {
    const end = this.#world.tick
    let longest = 0
    let sum = 0
    let mostReplayed = 0
    let mostRequestsReplayed = 0
    for (let i = 1; i <= seeks; i++) {
      // Odd multiples of a prime, in no order; then the present again.
      const tick = i === seeks ? end : 1 + ((i * 7919) % end)
      let replayed = noProgress
      const seconds = cpuOf(() => {
        replayed = this.#seek(tick)
      })
      longest = Math.max(longest, seconds)
      sum += seconds
      mostReplayed = Math.max(mostReplayed, replayed.writes)
      mostRequestsReplayed = Math.max(mostRequestsReplayed, replayed.requests)
    }
    const keyframes = this.#keyframes.count
    const held = liveBytes()
    this.#keyframes.clear()
    const keyframeMegabytes = (held - liveBytes()) / 1e6
    return {
      seeks,
      longestSeconds: longest,
      meanSeconds: sum / seeks,
      mostReplayed,
      mostRequestsReplayed,
      keyframes,
      keyframeSeconds: this.#keyframeSeconds,
      keyframeMegabytes,
      historyMegabytes: keyframeMegabytes + this.#world.engine.state.ledger.bytes / 1e6,
    }
  }

  /** Answers what was played again. */
  #seek(tick: Tick): Progress {
    const world = this.#world
    const keyframe = this.#keyframes.before({ tick, applied: 0 })
    if (keyframe === undefined) throw new Error(`there is no keyframe before tick ${tick}`)
    restoreImage(world, keyframe.image)
    const before = progressOf(world)
    while (world.tick < tick) world.step(Math.min(world.nextTick, tick))
    const { writes, requests } = progressOf(world)
    return { writes: writes - before.writes, requests: requests - before.requests }
  }
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
