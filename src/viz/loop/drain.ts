/** A node that is not heard of loses its colour: a fifth with every lease of ten seconds that it misses. */
const leaseTicks = 100
const steps = 5

/** From 0, in full colour, to 5, grey. */
export function drained(silentTicks: number): number {
  return Math.max(0, Math.min(steps, Math.floor(silentTicks / leaseTicks)))
}
