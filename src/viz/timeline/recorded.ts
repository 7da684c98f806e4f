/** Samples of a recording: three numbers each (tick, desired, actual), in order of ticks. */

export const sampleLength = 3

/**
 * The whole recording as far as it has been seen. Going back in time leaves the present samples short, but what was
 * recorded beyond `now` is still to come, up to the horizon; a fork lowers the horizon and so forgets it.
 */
export function withRecordedFuture(
  present: readonly number[],
  known: readonly number[],
  now: number,
  horizon: number,
): readonly number[] {
  const past = present.slice(0, firstAfter(present, now))
  const later = lastTick(known) > lastTick(present) ? known : present
  return [...past, ...later.slice(firstAfter(later, now), firstAfter(later, horizon))]
}

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

/** What was desired and actual at a tick; undefined before the first sample. */
export function sampleAt(
  samples: readonly number[],
  tick: number,
): { desired: number; actual: number } | undefined {
  const after = firstAfter(samples, tick)
  if (after === 0) return undefined
  return { desired: samples[after - 2] as number, actual: samples[after - 1] as number }
}

function lastTick(samples: readonly number[]): number {
  return samples.at(-sampleLength) ?? -1
}
