/** How far pods are from their target, as a ratio (metrics/utilization.go, Kubernetes v1.36). Whole numbers are cut off. */
import { Unmeasurable } from './unmeasurable.ts'

/** Thousandths by pod. */
export type Values = ReadonlyMap<string, number>

export interface Measurement {
  /** Above 1: more is used than is meant to be. */
  readonly ratio: number
  /** The mean of a pod, in thousandths. */
  readonly averageMilli: number
  /** Percent of the requests, where the target is one. */
  readonly utilization?: number
}

export interface Measure {
  of(values: Values): Measurement
  /** What a pod without a reading counts with before the others are made fewer. */
  whenMissing(pod: string): number
}

/** Against a percentage of what the pods request. */
export function utilizationMeasure(requests: Values, targetPercent: number): Measure {
  return {
    of(values) {
      const { used, requested, known } = totals(values, requests)
      if (requested === 0) throw new Unmeasurable('no metrics returned matched known pods')
      const utilization = percentage(used, requested)
      const averageMilli = Math.floor(used / known)
      return { ratio: utilization / targetPercent, averageMilli, utilization }
    },
    whenMissing: (pod) => Math.floor(((requests.get(pod) ?? 0) * Math.max(100, targetPercent)) / 100),
  }
}

/** Against an amount for each pod. */
export function averageMeasure(targetMilli: number): Measure {
  return {
    of(values) {
      const averageMilli = Math.floor(total([...values.values()]) / values.size)
      return { ratio: averageMilli / targetMilli, averageMilli }
    },
    whenMissing: () => targetMilli,
  }
}

/** Of the pods whose requests are known. */
function totals(values: Values, requests: Values): { used: number; requested: number; known: number } {
  let used = 0
  let requested = 0
  let known = 0
  values.forEach((value, pod) => {
    const request = requests.get(pod)
    if (request === undefined) return
    used += value
    requested += request
    known++
  })
  return { used, requested, known }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

/** Exact, also where a hundred times the memory of many pods is beyond what a number holds. */
function percentage(part: number, whole: number): number {
  if (Number.isSafeInteger(part * 100)) return Math.floor((part * 100) / whole)
  return Number((BigInt(part) * 100n) / BigInt(whole))
}
