/**
 * Scaling a Deployment whose pods are spread over several ReplicaSets
 * (pkg/controller/deployment/sync.go and util/deployment_util.go, Kubernetes v1.36).
 */
import type { Deployment, ReplicaSet } from '../../api/types/index.ts'
import { desiredReplicasOf, maxReplicasOf } from './annotations.ts'
import { isRollingUpdate, maxSurge } from './fenceposts.ts'
import { activeSets, allSets, availableOf, byCreation, bySize, type Resize, totalReplicas } from './sizes.ts'

/** Whether the size of the Deployment changed since it last scaled one of its active sets. */
export function isScalingEvent(deployment: Deployment, sets: readonly ReplicaSet[]): boolean {
  return activeSets(sets).some((set) => {
    const desired = desiredReplicasOf(set)
    return desired !== undefined && desired !== deployment.spec.replicas
  })
}

/**
 * The sizes of all sets when the Deployment itself was scaled. Sets that keep their size are in the answer too
 * where their size annotations are to be renewed.
 */
export function scalingStep(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  oldSets: readonly ReplicaSet[],
): readonly Resize[] {
  const desired = deployment.spec.replicas
  const sole = onlyActiveOrLatest(newSet, oldSets)
  if (sole) return sole.spec.replicas === desired ? [] : [{ set: sole, replicas: desired }]
  if (newSet && isSaturated(deployment, newSet)) {
    return activeSets(oldSets).map((set) => ({ set, replicas: 0 }))
  }
  return isRollingUpdate(deployment)
    ? proportionalSizes(deployment, activeSets(allSets(newSet, oldSets)))
    : []
}

/** The set to scale when at most one is active: that one, or else the newest. Undefined when there are several. */
export function onlyActiveOrLatest(
  newSet: ReplicaSet | undefined,
  oldSets: readonly ReplicaSet[],
): ReplicaSet | undefined {
  const active = activeSets(allSets(newSet, oldSets))
  if (active.length > 0) return active.length === 1 ? active[0] : undefined
  return newSet ?? [...oldSets].sort(byCreation).at(-1)
}

/** A saturated new set holds the whole Deployment, and all of it available: nothing old is needed any more. */
export function isSaturated(deployment: Deployment, newSet: ReplicaSet): boolean {
  const desired = deployment.spec.replicas
  return (
    newSet.spec.replicas === desired &&
    desiredReplicasOf(newSet) === desired &&
    availableOf(newSet) === desired
  )
}

/**
 * Shares the pods to add or remove among the active sets by their size, the largest first; what rounding leaves over
 * goes to the largest.
 */
export function proportionalSizes(deployment: Deployment, active: readonly ReplicaSet[]): readonly Resize[] {
  const desired = deployment.spec.replicas
  const allowed = desired > 0 ? desired + maxSurge(deployment) : 0
  const toAdd = allowed - totalReplicas(active)
  if (toAdd === 0) return active.map((set) => ({ set, replicas: set.spec.replicas }))
  const ordered = [...active].sort(bySize(toAdd > 0 ? 'newer' : 'older'))
  let remaining = toAdd
  const sizes = ordered.map((set) => {
    const share = shareOf(deployment, set, remaining)
    remaining -= share
    return set.spec.replicas + share
  })
  if (sizes.length > 0) sizes[0] = Math.max(0, (sizes[0] as number) + remaining)
  return ordered.map((set, i) => ({ set, replicas: sizes[i] as number }))
}

/** One set's share of what remains to be added (or, negative, removed): never more than remains. */
function shareOf(deployment: Deployment, set: ReplicaSet, remaining: number): number {
  if (set.spec.replicas === 0 || remaining === 0) return 0
  const fraction = fractionOf(deployment, set)
  return remaining > 0 ? Math.min(fraction, remaining) : Math.max(fraction, remaining)
}

/** By how much a set would grow if it kept its share of the Deployment's largest allowed size. */
function fractionOf(deployment: Deployment, set: ReplicaSet): number {
  const size = set.spec.replicas
  if (deployment.spec.replicas === 0) return -size
  const before = maxReplicasOf(set) || (deployment.status.replicas ?? 0)
  if (before === 0) return 0
  const after = deployment.spec.replicas + maxSurge(deployment)
  return roundHalfAway((size * after) / before) - size
}

/** Halves round away from zero; `Math.round` takes them up. */
function roundHalfAway(value: number): number {
  return value < 0 ? Math.ceil(value - 0.5) : Math.floor(value + 0.5)
}
