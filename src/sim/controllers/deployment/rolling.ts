/**
 * One step of a rolling update: grow the new ReplicaSet, or else shrink the old ones
 * (pkg/controller/deployment/rolling.go, Kubernetes v1.36). Pure: given sets, it answers with sizes.
 */
import type { Deployment, ReplicaSet } from '../../api/types/index.ts'
import { maxSurge, minAvailable } from './fenceposts.ts'
import {
  activeSets,
  allSets,
  availableOf,
  byCreation,
  type Resize,
  totalAvailable,
  totalReplicas,
} from './sizes.ts'

/** The sizes that one sync changes, in order; empty when there is nothing to do until pods change. */
export function rollingStep(
  deployment: Deployment,
  newSet: ReplicaSet,
  oldSets: readonly ReplicaSet[],
): readonly Resize[] {
  const grown = resizeNewSet(deployment, newSet, oldSets)
  return grown ? [grown] : shrinkOldSets(deployment, newSet, oldSets)
}

/** Undefined: the new set has the size it may have now. */
export function resizeNewSet(
  deployment: Deployment,
  newSet: ReplicaSet,
  oldSets: readonly ReplicaSet[],
): Resize | undefined {
  const current = newSet.spec.replicas
  const desired = deployment.spec.replicas
  const total = totalReplicas(oldSets) + current
  const replicas = current > desired ? desired : newSetSize(deployment, current, total)
  return replicas === current ? undefined : { set: newSet, replicas }
}

/**
 * The size to which a new set of size `current` may grow while all sets together ask for `total` pods. This is also
 * the size at which a new set is created (`current` 0).
 */
export function newSetSize(deployment: Deployment, current: number, total: number): number {
  const desired = deployment.spec.replicas
  if (deployment.spec.strategy.type === 'Recreate') return desired
  const room = desired + maxSurge(deployment) - total
  return room <= 0 ? current : current + Math.min(room, desired - current)
}

/**
 * Old pods that never became available go first, since they only stand in the way; then as many healthy ones as
 * availability allows. A set may appear twice: its second size counts from the first.
 */
export function shrinkOldSets(
  deployment: Deployment,
  newSet: ReplicaSet,
  oldSets: readonly ReplicaSet[],
): readonly Resize[] {
  const old = activeSets(oldSets)
  if (old.length === 0) return []
  const newUnavailable = newSet.spec.replicas - availableOf(newSet)
  const budget = totalReplicas(allSets(newSet, oldSets)) - minAvailable(deployment) - newUnavailable
  if (budget <= 0) return []
  const { steps, settled } = removeUnhealthy(old, budget)
  return settled ? [...steps, ...removeHealthy(deployment, resized(old, steps), availableOf(newSet))] : steps
}

/**
 * Takes up to `budget` unavailable pods from the old sets, oldest set first. A set that reports more available pods
 * than it asks for is still shrinking, so its numbers can't be trusted: the controller stops there (`settled` false)
 * and waits for the next change.
 */
export function removeUnhealthy(
  oldSets: readonly ReplicaSet[],
  budget: number,
): { readonly steps: readonly Resize[]; readonly settled: boolean } {
  const steps: Resize[] = []
  let left = budget
  for (const set of [...oldSets].sort(byCreation)) {
    if (left <= 0) break
    const size = set.spec.replicas
    if (size === 0 || size === availableOf(set)) continue
    if (availableOf(set) > size) return { steps, settled: false }
    const taken = Math.min(left, size - availableOf(set))
    steps.push({ set, replicas: size - taken })
    left -= taken
  }
  return { steps, settled: true }
}

/** Takes from the old sets, oldest first, what is available beyond the minimum. */
export function removeHealthy(
  deployment: Deployment,
  oldSets: readonly ReplicaSet[],
  newAvailable: number,
): readonly Resize[] {
  const steps: Resize[] = []
  let spare = totalAvailable(oldSets) + newAvailable - minAvailable(deployment)
  for (const set of [...oldSets].sort(byCreation)) {
    if (spare <= 0) break
    const taken = Math.min(set.spec.replicas, spare)
    if (taken === 0) continue
    steps.push({ set, replicas: set.spec.replicas - taken })
    spare -= taken
  }
  return steps
}

/** The sets as they are once the steps are taken; of two steps of one set the later counts. */
export function resized(sets: readonly ReplicaSet[], steps: readonly Resize[]): ReplicaSet[] {
  return sets.map((set) => {
    const step = steps.findLast((one) => one.set.metadata.name === set.metadata.name)
    return step ? { ...set, spec: { ...set.spec, replicas: step.replicas } } : set
  })
}
