/**
 * The bench's workload with the world's hash taken on the way: what must be the same in every engine of JavaScript. It asks
 * its host for nothing but the time, which is counted while the world steps and not while it is hashed.
 */
import { ticksOf } from '../../../sim/core/clock.ts'
import { worldHash } from '../../../sim/world/hash.ts'
import { stepFor, stepUntilReady } from './stepping.ts'
import { askForPods, deleteSome, newWorld, type WorldSize } from './world.ts'

export interface CheckpointPlan extends WorldSize {
  /** Ticks from one hash to the next. */
  readonly every: number
}

export interface Checkpoint {
  readonly tick: number
  readonly hash: string
}

export interface Checked {
  /** During bring-up, at its end, and after half a minute in which ten pods a second are deleted. */
  readonly checkpoints: readonly Checkpoint[]
  /** Of bring-up: what the world lived through and what it took here by the clock. */
  readonly simulatedSeconds: number
  readonly wallSeconds: number
  /** Which share of the whole run by the clock bring-up was; the rest is hashing, and the half minute. */
  readonly share: number
}

const churnFor = ticksOf(30)

export function runToCheckpoints(plan: CheckpointPlan): Checked {
  const begin = performance.now()
  const world = newWorld(plan)
  const checkpoints: Checkpoint[] = []
  let hashing = 0
  const look = () => {
    const start = performance.now()
    checkpoints.push({ tick: world.tick, hash: worldHash(world) })
    hashing += performance.now() - start
  }
  let due = plan.every
  const start = performance.now()
  askForPods(world, plan.pods)
  stepUntilReady(world, () => {
    if (world.tick < due) return
    look()
    due = (Math.floor(world.tick / plan.every) + 1) * plan.every
  })
  const wallSeconds = (performance.now() - start - hashing) / 1000
  const simulatedSeconds = world.tick / 10
  look()
  stepFor(world, churnFor, () => deleteSome(world))
  look()
  const share = (1000 * wallSeconds) / (performance.now() - begin)
  return { checkpoints, simulatedSeconds, wallSeconds, share }
}
