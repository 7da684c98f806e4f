/**
 * What pods were measured at, added up pod by pod. The calculator asks for sums only, so a look at many pods needs no list of
 * what each was at, and can go on in another tick.
 */

/** Of one group of pods, in thousandths. */
export interface Sum {
  pods: number
  used: number
  requested: number
}

export interface PodTally {
  /** Pods that were looked at. */
  selected: number
  /** Those with a reading, whether it counts or not. */
  measured: number
  /** Pods whose readings count. */
  readonly ready: Sum
  readonly unready: Sum
  /** Pods without a reading. `used`: what they count with before the others are made fewer. */
  readonly missing: Sum
  /** Failed pods, and such as are being deleted: neither they nor their readings count. */
  ignored: number
  /** Why the metrics could not be read; then nothing more is counted. */
  failure?: string
  /** Why what a pod requests could not be told, of the first such pod. */
  withoutRequest?: string
}

export function emptyTally(): PodTally {
  return {
    selected: 0,
    measured: 0,
    ready: emptySum(),
    unready: emptySum(),
    missing: emptySum(),
    ignored: 0,
  }
}

function emptySum(): Sum {
  return { pods: 0, used: 0, requested: 0 }
}

export function add(sum: Sum, used: number, requested: number): void {
  sum.pods++
  sum.used += used
  sum.requested += requested
}

export function together(one: Sum, other: Sum): Sum {
  return {
    pods: one.pods + other.pods,
    used: one.used + other.used,
    requested: one.requested + other.requested,
  }
}

/** The same pods, as if none did anything. */
export function idle({ pods, requested }: Sum): Sum {
  return { pods, used: 0, requested }
}
