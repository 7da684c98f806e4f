/** Whether a rollout moves, is done, or is stuck (pkg/controller/deployment/progress.go, Kubernetes v1.36). */
import { maxInt32 } from '../../api/integers.ts'
import type { Deployment, DeploymentStatus, ReplicaSet, WorkloadCondition } from '../../api/types/index.ts'
import { parseTime } from '../../core/clock.ts'
import {
  type Conditions,
  findCondition,
  newCondition,
  progressing,
  reasons,
  replicaFailure,
  timeOf,
  withCondition,
  withoutCondition,
  withRenewedCondition,
} from './conditions.ts'
import { deploymentStatus, withConditions } from './status.ts'

export function hasProgressDeadline(deployment: Deployment): boolean {
  const deadline = deployment.spec.progressDeadlineSeconds
  return deadline !== undefined && deadline !== maxInt32
}

/** All pods are of the new template, available, and no others are left. */
export function isComplete(deployment: Deployment, status: DeploymentStatus): boolean {
  const desired = deployment.spec.replicas
  return (
    (status.updatedReplicas ?? 0) === desired &&
    (status.replicas ?? 0) === desired &&
    (status.availableReplicas ?? 0) === desired &&
    (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  )
}

/** More new, ready or available pods than last time, or fewer old ones. */
export function hasProgressed(before: DeploymentStatus, after: DeploymentStatus): boolean {
  return (
    (after.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
    oldReplicas(after) < oldReplicas(before) ||
    (after.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (after.availableReplicas ?? 0) > (before.availableReplicas ?? 0)
  )
}

/** A completed rollout never times out afterwards; one that timed out stays so until it moves again. */
export function hasTimedOut(deployment: Deployment, status: DeploymentStatus, nowSeconds: number): boolean {
  const condition = findCondition(status, progressing)
  if (!hasProgressDeadline(deployment) || !condition) return false
  if (condition.reason === reasons.newSetAvailable) return false
  if (condition.reason === reasons.timedOut) return true
  return deadlineOf(deployment, condition) < nowSeconds
}

/** The status of a Deployment during a rollout: counts, and what they say of its progress. */
export function rolloutStatus(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  oldSets: readonly ReplicaSet[],
  nowSeconds: number,
): DeploymentStatus {
  const status = deploymentStatus(deployment, newSet, oldSets, timeOf(nowSeconds))
  const judged = judgeProgress(deployment, newSet, status, nowSeconds)
  const failure = failureOf(newSet, oldSets)
  const conditions = failure ? withCondition(judged, failure) : withoutCondition(judged, replicaFailure)
  return withConditions(status, conditions)
}

/**
 * Seconds until a Deployment that does not move is to be looked at again; 0: at once, undefined: not at all.
 * (The controller adds one second to a wait, since times are kept in whole seconds.)
 */
export function secondsUntilDeadline(
  deployment: Deployment,
  status: DeploymentStatus,
  nowSeconds: number,
): number | undefined {
  const condition = findCondition(deployment.status, progressing)
  if (!hasProgressDeadline(deployment) || !condition) return undefined
  if (isComplete(deployment, status) || condition.reason === reasons.timedOut) return undefined
  const left = deadlineOf(deployment, condition) - nowSeconds
  return left < 1 ? 0 : left
}

function judgeProgress(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  status: DeploymentStatus,
  nowSeconds: number,
): Conditions {
  const conditions = status.conditions ?? []
  if (!hasProgressDeadline(deployment)) return withoutCondition(conditions, progressing)
  const current = findCondition(deployment.status, progressing)
  const isOver = (status.replicas ?? 0) === (status.updatedReplicas ?? 0)
  if (isOver && current?.reason === reasons.newSetAvailable) return conditions

  const subject = newSet ? `ReplicaSet "${newSet.metadata.name}"` : `Deployment "${deployment.metadata.name}"`
  const now = timeOf(nowSeconds)
  if (isComplete(deployment, status)) {
    const message = `${subject} has successfully progressed.`
    return withCondition(conditions, newCondition(progressing, 'True', reasons.newSetAvailable, message, now))
  }
  if (hasProgressed(deployment.status, status)) {
    const message = `${subject} is progressing.`
    // Renewed on every move: the deadline counts from the last one.
    return withRenewedCondition(
      conditions,
      newCondition(progressing, 'True', reasons.setUpdated, message, now),
    )
  }
  if (hasTimedOut(deployment, status, nowSeconds)) {
    const message = `${subject} has timed out progressing.`
    return withCondition(conditions, newCondition(progressing, 'False', reasons.timedOut, message, now))
  }
  return conditions
}

/** The new set's failure to make or remove pods, or else the first failure of any set. */
function failureOf(
  newSet: ReplicaSet | undefined,
  oldSets: readonly ReplicaSet[],
): WorkloadCondition | undefined {
  for (const set of newSet ? [newSet, ...oldSets] : oldSets) {
    const failure = set.status.conditions?.find((condition) => condition.type === replicaFailure)
    if (failure) return asDeploymentCondition(failure)
  }
  return undefined
}

function asDeploymentCondition(failure: WorkloadCondition): WorkloadCondition {
  const since = failure.lastTransitionTime
  return since === undefined ? failure : { ...failure, lastUpdateTime: since }
}

function oldReplicas(status: DeploymentStatus): number {
  return (status.replicas ?? 0) - (status.updatedReplicas ?? 0)
}

/** A condition without a time has been waiting for ever. */
function deadlineOf(deployment: Deployment, condition: WorkloadCondition): number {
  const since = condition.lastUpdateTime ? parseTime(condition.lastUpdateTime) : Number.NEGATIVE_INFINITY
  return since + (deployment.spec.progressDeadlineSeconds ?? 0)
}
