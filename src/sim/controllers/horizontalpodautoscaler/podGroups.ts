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

export interface Timing {
  readonly nowSeconds: number
  /** --horizontal-pod-autoscaler-cpu-initialization-period */
  readonly cpuInitializationSeconds: number
  /** --horizontal-pod-autoscaler-initial-readiness-delay */
  readonly initialReadinessSeconds: number
}

export type PodGroup = 'ready' | 'unready' | 'missing' | 'ignored'

export function groupOf(pod: Pod, reading: Reading | undefined, isCpu: boolean, timing: Timing): PodGroup {
  if (pod.metadata.deletionTimestamp !== undefined || pod.status.phase === 'Failed') return 'ignored'
  if (pod.status.phase === 'Pending') return 'unready'
  if (reading === undefined) return 'missing'
  return isCpu && isStarting(pod, reading, timing) ? 'unready' : 'ready'
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
