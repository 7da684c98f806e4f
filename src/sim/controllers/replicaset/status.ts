/** What a ReplicaSet reports of its pods (pkg/controller/replicaset/replica_set_utils.go, Kubernetes v1.36). */
import { isPodAvailable, isPodReady, podCondition, secondsUntilAvailable } from '../../api/podReadiness.ts'
import type { Labels, Pod, ReplicaSet, ReplicaSetStatus, WorkloadCondition } from '../../api/types/index.ts'
import { unixTimeText } from '../../core/clock.ts'

export const replicaFailure = 'ReplicaFailure'

/**
 * `active`: the pods that count; `terminating`: how many others are still going away; `failure`: the error of
 * creating or deleting pods in this sync, if there was one.
 */
export function replicaSetStatus(
  set: ReplicaSet,
  active: readonly Pod[],
  terminating: number,
  failure: string | undefined,
  nowSeconds: number,
): ReplicaSetStatus {
  const counts = { ...countPods(set, active, nowSeconds), active: active.length, terminating }
  return statusOf(set, counts, failure, nowSeconds)
}

/** The same, of pods that were counted already. */
export function statusOf(
  set: ReplicaSet,
  counts: AllCounts,
  failure: string | undefined,
  nowSeconds: number,
): ReplicaSetStatus {
  const conditions = conditionsAfter(set, counts.active, failure, nowSeconds)
  const generation = set.metadata.generation ?? 0
  return {
    replicas: counts.active,
    ...(counts.fullyLabeled > 0 && { fullyLabeledReplicas: counts.fullyLabeled }),
    ...(counts.ready > 0 && { readyReplicas: counts.ready }),
    ...(counts.available > 0 && { availableReplicas: counts.available }),
    terminatingReplicas: counts.terminating,
    ...(generation > 0 && { observedGeneration: generation }),
    ...(conditions.length > 0 && { conditions }),
  }
}

/** The condition as it is to be after this sync: a failure stays as first reported until a sync succeeds. */
export function conditionsAfter(
  set: ReplicaSet,
  activePods: number,
  failure: string | undefined,
  nowSeconds: number,
): readonly WorkloadCondition[] {
  const conditions = set.status.conditions ?? []
  const isReported = conditions.some((condition) => condition.type === replicaFailure)
  if (failure === undefined) {
    return isReported ? conditions.filter((condition) => condition.type !== replicaFailure) : conditions
  }
  if (isReported) return conditions
  const reason = failureReason(activePods - set.spec.replicas)
  const lastTransitionTime = unixTimeText(Math.floor(nowSeconds))
  return [
    ...conditions,
    { type: replicaFailure, status: 'True', lastTransitionTime, reason, message: failure },
  ]
}

/** When the next ready pod becomes available, in seconds from now; undefined if none is waiting. */
export function nextAvailability(
  set: ReplicaSet,
  active: readonly Pod[],
  nowSeconds: number,
): number | undefined {
  const minReadySeconds = set.spec.minReadySeconds ?? 0
  if (minReadySeconds === 0) return undefined
  let next: number | undefined
  for (const pod of active) {
    const ready = podCondition(pod, 'Ready')
    if (ready?.status !== 'True') continue
    const wait = secondsUntilAvailable(ready, minReadySeconds, nowSeconds)
    if (wait > 0 && (next === undefined || wait < next)) next = wait
  }
  return next
}

export interface PodCounts {
  fullyLabeled: number
  ready: number
  available: number
}

/** All that a status counts. */
export interface AllCounts extends Readonly<PodCounts> {
  readonly active: number
  readonly terminating: number
}

/** One pass that makes nothing for a pod: a set may hold ten thousand. */
export function countPods(set: ReplicaSet, active: readonly Pod[], nowSeconds: number): PodCounts {
  const counts: PodCounts = { fullyLabeled: 0, ready: 0, available: 0 }
  const templateLabels = set.spec.template.metadata?.labels
  const minReadySeconds = set.spec.minReadySeconds ?? 0
  for (const pod of active) {
    if (hasLabels(pod.metadata.labels, templateLabels)) counts.fullyLabeled++
    if (!isPodReady(pod)) continue
    counts.ready++
    if (minReadySeconds === 0 || isPodAvailable(pod, minReadySeconds, nowSeconds)) counts.available++
  }
  return counts
}

export function hasLabels(labels: Labels | undefined, wanted: Labels | undefined): boolean {
  if (labels === wanted) return true
  for (const key in wanted) if (labels?.[key] !== wanted[key]) return false
  return true
}

/** An error while the number of pods is right comes without a reason. */
function failureReason(surplus: number): string {
  if (surplus < 0) return 'FailedCreate'
  return surplus > 0 ? 'FailedDelete' : ''
}
