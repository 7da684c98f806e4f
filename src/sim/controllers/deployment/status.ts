/** What a Deployment reports of its ReplicaSets (calculateStatus in pkg/controller/deployment/sync.go, v1.36). */
import type { Deployment, DeploymentStatus, ReplicaSet, Time } from '../../api/types/index.ts'
import { available, type Conditions, newCondition, reasons, withCondition } from './conditions.ts'
import { minAvailable } from './fenceposts.ts'
import { allSets, sum, totalAvailable, totalReplicas } from './sizes.ts'

/** Counts and the condition Available; `now` stamps the condition if it changes. */
export function deploymentStatus(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  oldSets: readonly ReplicaSet[],
  now: Time,
): DeploymentStatus {
  const sets = allSets(newSet, oldSets)
  const isAvailable = totalAvailable(sets) >= minAvailable(deployment)
  const condition = isAvailable
    ? newCondition(available, 'True', reasons.minimumAvailable, 'Deployment has minimum availability.', now)
    : newCondition(
        available,
        'False',
        reasons.minimumUnavailable,
        'Deployment does not have minimum availability.',
        now,
      )
  const conditions = withCondition(deployment.status.conditions ?? [], condition)
  return withConditions(counts(deployment, newSet, sets), conditions)
}

/**
 * The status with other conditions; an empty list is left out, as the API writes it. Field by field: statuses made by
 * spreading would have a hidden class each.
 */
export function withConditions(status: DeploymentStatus, conditions: Conditions): DeploymentStatus {
  const next: Record<string, unknown> = {}
  for (const field in status) {
    if (field !== 'conditions') next[field] = status[field as keyof DeploymentStatus]
  }
  if (conditions.length > 0) next.conditions = conditions
  return next as DeploymentStatus
}

/** The API leaves out counts of zero, except of terminating pods, which are unknown rather than zero when absent. */
function counts(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  sets: readonly ReplicaSet[],
): DeploymentStatus {
  const ready = sum(sets, (set) => set.status.readyReplicas ?? 0)
  const availableReplicas = totalAvailable(sets)
  const numbers = {
    observedGeneration: deployment.metadata.generation ?? 0,
    replicas: sum(sets, (set) => set.status.replicas),
    updatedReplicas: newSet?.status.replicas ?? 0,
    readyReplicas: ready,
    availableReplicas,
    unavailableReplicas: Math.max(0, totalReplicas(sets) - availableReplicas),
  }
  const status: Record<string, number> = {}
  for (const name in numbers) {
    const count = numbers[name as keyof typeof numbers]
    if (count !== 0) status[name] = count
  }
  const terminating = terminatingReplicas(sets)
  if (terminating !== undefined) status.terminatingReplicas = terminating
  const { collisionCount } = deployment.status
  if (collisionCount !== undefined) status.collisionCount = collisionCount
  return status
}

/** Unknown while a set whose controller has seen it does not report it; one that is new has none. */
function terminatingReplicas(sets: readonly ReplicaSet[]): number | undefined {
  let total = 0
  for (const { status } of sets) {
    const isNew = (status.observedGeneration ?? 0) === 0
    if (status.terminatingReplicas === undefined && !isNew) return undefined
    total += status.terminatingReplicas ?? 0
  }
  return total
}
