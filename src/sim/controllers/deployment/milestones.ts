/**
 * The Progressing condition at the turning points of a rollout, recorded when they happen rather than with the next
 * status (pkg/controller/deployment/sync.go, Kubernetes v1.36). All are undefined where there is nothing to record.
 */
import type { Deployment, WorkloadCondition } from '../../api/types/index.ts'
import { findCondition, newCondition, progressing, reasons, timeOf } from './conditions.ts'
import { hasProgressDeadline } from './progress.ts'

/** When the new set was created. */
export function createdCondition(
  deployment: Deployment,
  newSetName: string,
  nowSeconds: number,
): WorkloadCondition | undefined {
  if (!hasProgressDeadline(deployment)) return undefined
  const message = `Created new replica set "${newSetName}"`
  return newCondition(progressing, 'True', reasons.newSetCreated, message, timeOf(nowSeconds))
}

/** When the new set could not be created. */
export function createFailedCondition(
  deployment: Deployment,
  newSetName: string,
  error: string,
  nowSeconds: number,
): WorkloadCondition | undefined {
  if (!hasProgressDeadline(deployment)) return undefined
  const message = `Failed to create new replica set "${newSetName}": ${error}`
  return newCondition(progressing, 'False', reasons.createFailed, message, timeOf(nowSeconds))
}

/** When the new set existed before and no progress was recorded yet. */
export function foundCondition(
  deployment: Deployment,
  newSetName: string,
  nowSeconds: number,
): WorkloadCondition | undefined {
  if (!hasProgressDeadline(deployment) || findCondition(deployment.status, progressing)) return undefined
  const message = `Found new replica set "${newSetName}"`
  return newCondition(progressing, 'True', reasons.newSetFound, message, timeOf(nowSeconds))
}

/** When the Deployment was paused or resumed, so that a pause does not count as lack of progress. */
export function pauseCondition(deployment: Deployment, nowSeconds: number): WorkloadCondition | undefined {
  if (!hasProgressDeadline(deployment)) return undefined
  const reason = findCondition(deployment.status, progressing)?.reason
  if (reason === reasons.timedOut) return undefined
  const isPaused = deployment.spec.paused === true
  if (isPaused === (reason === reasons.paused)) return undefined
  const now = timeOf(nowSeconds)
  return isPaused
    ? newCondition(progressing, 'Unknown', reasons.paused, 'Deployment is paused', now)
    : newCondition(progressing, 'Unknown', reasons.resumed, 'Deployment is resumed', now)
}
