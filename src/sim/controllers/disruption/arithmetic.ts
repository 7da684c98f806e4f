/** The arithmetic of disruption budgets (pkg/controller/disruption/disruption.go, getExpectedPodCount and updatePdbStatus). */
import { scaledValue } from '../../api/intOrString.ts'
import type { PodDisruptionBudgetSpec } from '../../api/types/index.ts'

export interface Demand {
  readonly expected: number
  readonly desired: number
}

/** Whether the scale of the pods' controllers has to be known: a bare number of pods is counted instead. */
export function needsScale({ minAvailable, maxUnavailable }: PodDisruptionBudgetSpec): boolean {
  return maxUnavailable !== undefined || typeof minAvailable === 'string'
}

/** `pods`: how many are selected. `scale`: how many their controllers want, all together. Shares are rounded up. */
export function demandOf(spec: PodDisruptionBudgetSpec, pods: number, scale: number): Demand {
  const { minAvailable, maxUnavailable } = spec
  if (maxUnavailable !== undefined)
    return { expected: scale, desired: Math.max(0, scale - scaledValue(maxUnavailable, scale, true)) }
  if (typeof minAvailable === 'string')
    return { expected: scale, desired: scaledValue(minAvailable, scale, true) }
  if (minAvailable === undefined) return { expected: 0, desired: 0 }
  return { expected: pods, desired: minAvailable }
}

/** Nothing may go while no pod is expected: the budget would not have seen the first ones yet. */
export function allowedDisruptions({ expected, desired }: Demand, healthy: number): number {
  return expected <= 0 ? 0 : Math.max(0, healthy - desired)
}
