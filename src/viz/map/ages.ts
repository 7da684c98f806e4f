/** How old a pod is, from when slots were given out: pairs of the last slot given out and the tick. */

/** The tick by which a slot was given out; undefined: nobody knows. */
export function bornAt(births: ArrayLike<number>, slot: number): number | undefined {
  let low = 0
  let high = births.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((births[middle * 2] as number) < slot) low = middle + 1
    else high = middle
  }
  return births[low * 2 + 1]
}

/** Up to so many ticks each: ten seconds, a minute, ten minutes, an hour; and older. */
export const ageSteps = [100, 600, 6000, 36_000] as const

export function ageStep(ticks: number): number {
  const step = ageSteps.findIndex((most) => ticks < most)
  return step < 0 ? ageSteps.length : step
}

/** Of five equal steps from nothing to everything the one that a share is in. */
export function shareStep(used: number, all: number): number {
  return all <= 0 ? 0 : Math.max(0, Math.min(4, Math.floor((used / all) * 5)))
}
