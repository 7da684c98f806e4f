/** How old a pod is, from when slots were given out: pairs of the last slot given out and the tick, in order of time. */

/** Up to so many ticks each: ten seconds, a minute, ten minutes, an hour; and older. */
export const ageSteps = [100, 600, 6000, 36_000] as const

/** For each step the last slot of all that are older than it reaches: who was made earlier has a lower slot. */
export function ageBounds(births: ArrayLike<number>, tick: number): readonly number[] {
  return ageSteps.map((ticks) => lastBornBy(births, tick - ticks))
}

/** A slot of which nobody knows when it was given out is a new one. */
export function ageStepOf(slot: number, bounds: readonly number[]): number {
  let step = 0
  while (step < bounds.length && slot <= (bounds[step] as number)) step++
  return step
}

/** 0: none. */
function lastBornBy(births: ArrayLike<number>, tick: number): number {
  let low = 0
  let high = births.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((births[middle * 2 + 1] as number) <= tick) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : (births[low * 2 - 2] as number)
}

/** Of five equal steps from nothing to everything the one that a share is in. */
export function shareStep(used: number, all: number): number {
  return all <= 0 ? 0 : Math.max(0, Math.min(4, Math.floor((used / all) * 5)))
}
