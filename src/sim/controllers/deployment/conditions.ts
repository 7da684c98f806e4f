/** Conditions of a Deployment: their types, reasons and how one replaces another (Kubernetes v1.36). */
import type { ConditionStatus, DeploymentStatus, Time, WorkloadCondition } from '../../api/types/index.ts'
import { unixTimeText } from '../../core/clock.ts'

export type Conditions = readonly WorkloadCondition[]

export const available = 'Available'
export const progressing = 'Progressing'
export const replicaFailure = 'ReplicaFailure'

export const reasons = {
  minimumAvailable: 'MinimumReplicasAvailable',
  minimumUnavailable: 'MinimumReplicasUnavailable',
  newSetCreated: 'NewReplicaSetCreated',
  newSetFound: 'FoundNewReplicaSet',
  setUpdated: 'ReplicaSetUpdated',
  newSetAvailable: 'NewReplicaSetAvailable',
  createFailed: 'ReplicaSetCreateError',
  timedOut: 'ProgressDeadlineExceeded',
  paused: 'DeploymentPaused',
  resumed: 'DeploymentResumed',
} as const

export function newCondition(
  type: string,
  status: ConditionStatus,
  reason: string,
  message: string,
  now: Time,
): WorkloadCondition {
  return { type, status, lastUpdateTime: now, lastTransitionTime: now, reason, message }
}

export function findCondition(
  status: Pick<DeploymentStatus, 'conditions'>,
  type: string,
): WorkloadCondition | undefined {
  return status.conditions?.find((condition) => condition.type === type)
}

/**
 * A condition of the same status and reason stays as it is, times and message included. Another one takes its place
 * at the end of the list, and keeps the time of the last transition unless the status flipped.
 */
export function withCondition(conditions: Conditions, condition: WorkloadCondition): Conditions {
  const current = conditions.find((one) => one.type === condition.type)
  if (current?.status === condition.status && current.reason === condition.reason) return conditions
  return [...withoutCondition(conditions, condition.type), keepTransition(condition, current)]
}

/** As `withCondition`, but the condition is renewed even when status and reason are the same. */
export function withRenewedCondition(conditions: Conditions, condition: WorkloadCondition): Conditions {
  const current = conditions.find((one) => one.type === condition.type)
  return [...withoutCondition(conditions, condition.type), keepTransition(condition, current)]
}

export function withoutCondition(conditions: Conditions, type: string): Conditions {
  return conditions.some((one) => one.type === type)
    ? conditions.filter((one) => one.type !== type)
    : conditions
}

function keepTransition(
  condition: WorkloadCondition,
  current: WorkloadCondition | undefined,
): WorkloadCondition {
  const since = current?.lastTransitionTime
  if (current?.status !== condition.status || since === undefined) return condition
  return { ...condition, lastTransitionTime: since }
}

/** Times in conditions are whole seconds. */
export function timeOf(seconds: number): Time {
  return unixTimeText(Math.floor(seconds))
}
