/** What one figure came to in several runs. */
export type Value = number | string

export interface Spread {
  readonly min: Value
  readonly median: Value
  readonly max: Value
}

/** Of an even number of runs, the median is the lower of the two in the middle. */
export function spreadOf(values: readonly Value[]): Spread {
  const sorted = [...values].sort((a, b) => (a === b ? 0 : a < b ? -1 : 1))
  return {
    min: sorted[0] as Value,
    median: sorted[Math.floor((sorted.length - 1) / 2)] as Value,
    max: sorted[sorted.length - 1] as Value,
  }
}
