/** Questions that many controllers ask of a pod (pkg/api/v1/pod/util.go and controller_utils.go, v1.36). */
import { parseTime } from '../core/clock.ts'
import type { Pod, PodCondition } from './types/index.ts'

/** An indexed loop, neither `find` nor `of`, which make objects: it is asked for every pod of a set on every sync. */
export function podCondition(pod: Pod, type: string): PodCondition | undefined {
  const conditions = pod.status.conditions
  if (conditions === undefined) return undefined
  for (let i = 0; i < conditions.length; i++) {
    const condition = conditions[i] as PodCondition
    if (condition.type === type) return condition
  }
  return undefined
}

export function isPodReady(pod: Pod): boolean {
  return podCondition(pod, 'Ready')?.status === 'True'
}

/** Ready for at least `minReadySeconds`. */
export function isPodAvailable(pod: Pod, minReadySeconds: number, nowSeconds: number): boolean {
  const ready = podCondition(pod, 'Ready')
  if (ready?.status !== 'True') return false
  if (minReadySeconds === 0) return true
  return Boolean(ready.lastTransitionTime) && secondsUntilAvailable(ready, minReadySeconds, nowSeconds) <= 0
}

/** How long a pod that became ready with this condition must still stay so. */
export function secondsUntilAvailable(
  ready: PodCondition,
  minReadySeconds: number,
  nowSeconds: number,
): number {
  return parseTime(ready.lastTransitionTime ?? '') + minReadySeconds - nowSeconds
}

/** Succeeded or Failed: it will never run again. */
export function isPodTerminal(pod: Pod): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed'
}

/** Neither finished nor about to be deleted. */
export function isPodActive(pod: Pod): boolean {
  return !isPodTerminal(pod) && pod.metadata.deletionTimestamp === undefined
}

/** About to be deleted, but not finished. */
export function isPodTerminating(pod: Pod): boolean {
  return !isPodTerminal(pod) && pod.metadata.deletionTimestamp !== undefined
}
