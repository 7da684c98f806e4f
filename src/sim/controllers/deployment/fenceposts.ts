/**
 * How far a rolling update may go above and below the desired size
 * (pkg/controller/deployment/util/deployment_util.go, Kubernetes v1.36).
 */
import { scaledValue } from '../../api/intOrString.ts'
import type { Deployment, IntOrString } from '../../api/types/index.ts'

export interface Fenceposts {
  readonly surge: number
  readonly unavailable: number
}

/**
 * Percentages of surge round up, of unavailability down. If both come to nothing, one pod may be unavailable: a
 * rollout that may neither add nor remove a pod would never move.
 */
export function resolveFenceposts(
  maxSurge: IntOrString | undefined,
  maxUnavailable: IntOrString | undefined,
  desired: number,
): Fenceposts {
  const surge = scaledValue(maxSurge ?? 0, desired, true)
  const unavailable = scaledValue(maxUnavailable ?? 0, desired, false)
  return surge === 0 && unavailable === 0 ? { surge, unavailable: 1 } : { surge, unavailable }
}

export function isRollingUpdate(deployment: Deployment): boolean {
  return deployment.spec.strategy.type === 'RollingUpdate'
}

/** Pods that may exist above the desired size. */
export function maxSurge(deployment: Deployment): number {
  return isRollingUpdate(deployment) ? fencepostsOf(deployment).surge : 0
}

/** Pods that may be missing: never more than the desired size. */
export function maxUnavailable(deployment: Deployment): number {
  const desired = deployment.spec.replicas
  if (!isRollingUpdate(deployment) || desired === 0) return 0
  return Math.min(fencepostsOf(deployment).unavailable, desired)
}

/** Pods that must stay available: for a Deployment that is recreated, all of them. */
export function minAvailable(deployment: Deployment): number {
  return deployment.spec.replicas - maxUnavailable(deployment)
}

function fencepostsOf(deployment: Deployment): Fenceposts {
  const { rollingUpdate } = deployment.spec.strategy
  return resolveFenceposts(rollingUpdate?.maxSurge, rollingUpdate?.maxUnavailable, deployment.spec.replicas)
}
