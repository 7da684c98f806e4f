/** Lets a world's time pass. Each way answers the longest tick in milliseconds. */
import { ticksOf } from '../../../sim/core/clock.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { readiness } from './world.ts'

/** Asking whether all pods are ready costs more than many a tick. */
const askEvery = 10
const giveUpAfter = ticksOf(3600)

/** Until all pods are ready, and the tick is one in which that is asked. */
export function stepUntilReady(world: Simulation, each: () => void = () => undefined): number {
  const isReady = readiness(world)
  let longest = 0
  const limit = world.tick + giveUpAfter
  for (let steps = 0; (world.isBusy && steps % askEvery !== 0) || !isReady(); steps++) {
    if (world.tick > limit) throw new Error('after an hour some pods are not ready')
    longest = Math.max(longest, timedStep(world, world.nextTick))
    each()
  }
  return longest
}

export function stepFor(world: Simulation, ticks: number, each: () => void = () => undefined): number {
  let longest = 0
  const end = world.tick + ticks
  while (world.tick < end) {
    each()
    longest = Math.max(longest, timedStep(world, Math.min(world.nextTick, end)))
  }
  return longest
}

function timedStep(world: Simulation, tick: number): number {
  const start = performance.now()
  world.step(Math.min(tick, world.tick + giveUpAfter))
  return performance.now() - start
}
