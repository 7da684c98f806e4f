/** How far pods are from their target, as a ratio (metrics/utilization.go, Kubernetes v1.36). Whole numbers are cut off. */
import type { Sum } from './podTally.ts'
import { Unmeasurable } from './unmeasurable.ts'

export interface Measurement {
  /** Above 1: more is used than is meant to be. */
  readonly ratio: number
  /** The mean of a pod, in thousandths. */
  readonly averageMilli: number
  /** Percent of the requests, where the target is one. */
  readonly utilization?: number
}

export interface Measure {
  of(sum: Sum): Measurement
  /** What a pod without a reading counts with before the others are made fewer. */
  whenMissing(request: number): number
}

/** Against a percentage of what the pods request. */
export function utilizationMeasure(targetPercent: number): Measure {
  return {
    of({ pods, used, requested }) {
      if (requested === 0) throw new Unmeasurable('no metrics returned matched known pods')
      const utilization = percentage(used, requested)
      return { ratio: utilization / targetPercent, averageMilli: Math.floor(used / pods), utilization }
    },
    whenMissing: (request) => Math.floor((request * Math.max(100, targetPercent)) / 100),
  }
}

/** Against an amount for each pod. */
export function averageMeasure(targetMilli: number): Measure {
  return {
    of({ pods, used }) {
      const averageMilli = Math.floor(used / pods)
      return { ratio: averageMilli / targetMilli, averageMilli }
    },
    whenMissing: () => targetMilli,
  }
}

/** Exact, also where a hundred times the memory of many pods is beyond what a number holds. */
function percentage(part: number, whole: number): number {
  if (Number.isSafeInteger(part * 100)) return Math.floor((part * 100) / whole)
  return Number((BigInt(part) * 100n) / BigInt(whole))
}
