/**
 * Which of the selected pods count (groupPods in replica_calculator.go, Kubernetes v1.36). A pod that has just begun
 * works hard without any load, so its first CPU readings tell nothing.
 */
import { podCondition } from '../../api/podReadiness.ts'
import type { Pod, PodCondition, Time } from '../../api/types/index.ts'
import { parseTime } from '../../core/clock.ts'

/** What one pod was measured at. */
export interface Reading {
  readonly valueMilli: number
  /** Unix seconds: when its window ended. */
  readonly takenAt: number
  readonly windowSeconds: number
}

export type Readings = ReadonlyMap<string, Reading>

export interface Timing {
  readonly nowSeconds: number
  /** --horizontal-pod-autoscaler-cpu-initialization-period */
  readonly cpuInitializationSeconds: number
  /** --horizontal-pod-autoscaler-initial-readiness-delay */
  readonly initialReadinessSeconds: number
}

export interface PodGroups {
  /** Pods whose readings count. */
  readonly ready: number
  readonly unready: readonly string[]
  /** Pods without a reading. */
  readonly missing: readonly string[]
  /** Failed pods, and such as are being deleted: neither they nor their readings count. */
  readonly ignored: readonly string[]
}

export function groupPods(
  pods: readonly Pod[],
  readings: Readings,
  isCpu: boolean,
  timing: Timing,
): PodGroups {
  const unready: string[] = []
  const missing: string[] = []
  const ignored: string[] = []
  for (const pod of pods) {
    const { name } = pod.metadata
    const reading = readings.get(name)
    if (pod.metadata.deletionTimestamp !== undefined || pod.status.phase === 'Failed') ignored.push(name)
    else if (pod.status.phase === 'Pending') unready.push(name)
    else if (reading === undefined) missing.push(name)
    else if (isCpu && isStarting(pod, reading, timing)) unready.push(name)
  }
  const ready = pods.length - unready.length - missing.length - ignored.length
  return { ready, unready, missing, ignored }
}

/** While it may still be initialising, one whole window must have passed since it became ready. */
function isStarting(pod: Pod, reading: Reading, timing: Timing): boolean {
  const ready = podCondition(pod, 'Ready')
  const { startTime } = pod.status
  if (ready === undefined || startTime === undefined) return true
  const startedAt = parseTime(startTime)
  const isUnready = ready.status === 'False'
  if (startedAt + timing.cpuInitializationSeconds > timing.nowSeconds)
    return isUnready || reading.takenAt < changedAt(ready) + reading.windowSeconds
  return isUnready && startedAt + timing.initialReadinessSeconds > changedAt(ready)
}

/** A time that was never set is Go's zero time. */
const zeroTime: Time = '0001-01-01T00:00:00Z'

function changedAt({ lastTransitionTime }: PodCondition): number {
  return parseTime(lastTransitionTime ?? zeroTime)
}
