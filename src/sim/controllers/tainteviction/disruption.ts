/** The condition that tells why a pod was taken away: not by its own failure. */
import type { PodCondition, PodStatus } from '../../api/types/index.ts'
import { type Tick, timeText } from '../../core/clock.ts'

export function withDisruption(status: PodStatus, tick: Tick): PodStatus {
  const conditions = status.conditions ?? []
  if (conditions.some((one) => one.type === 'DisruptionTarget' && one.status === 'True')) return status
  const condition: PodCondition = {
    type: 'DisruptionTarget',
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: timeText(tick),
    reason: 'DeletionByTaintManager',
    message: 'Taint manager: deleting due to NoExecute taint',
  }
  return {
    ...status,
    conditions: [...conditions.filter((one) => one.type !== 'DisruptionTarget'), condition],
  }
}
