/** Samples of a recording: three numbers each (tick, desired, actual), in order of ticks. */

export const sampleLength = 3

/** The index of the first sample later than `tick`. */
export function firstAfter(samples: readonly number[], tick: number): number {
  let low = 0
  let high = samples.length / sampleLength
  while (low < high) {
    const middle = (low + high) >> 1
    if ((samples[middle * sampleLength] as number) <= tick) low = middle + 1
    else high = middle
  }
  return low * sampleLength
}

/** The sample before an index, which is the one that holds there; undefined before the first. */
export function sampleBefore(
  samples: readonly number[],
  at: number,
): { desired: number; actual: number } | undefined {
  if (at === 0) return undefined
  return { desired: samples[at - 2] as number, actual: samples[at - 1] as number }
}
