/** The condition that says whether something may go (staging/src/k8s.io/component-helpers/apps/poddisruptionbudget). */
import { type Tick, timeText } from '../../../core/clock.ts'
import type { BudgetCondition, PodDisruptionBudgetStatus } from '../../types/index.ts'

const type = 'DisruptionAllowed'

/** The status with the condition that fits its numbers. */
export function withDisruptionCondition(
  status: PodDisruptionBudgetStatus,
  now: Tick,
): PodDisruptionBudgetStatus {
  const isAllowed = status.disruptionsAllowed > 0
  return withCondition(
    status,
    isAllowed ? 'True' : 'False',
    isAllowed ? 'SufficientPods' : 'InsufficientPods',
    '',
    now,
  )
}

/** As above, where the numbers could not be found out. */
export function withSyncFailure(
  status: PodDisruptionBudgetStatus,
  message: string,
  now: Tick,
): PodDisruptionBudgetStatus {
  return withCondition({ ...status, disruptionsAllowed: 0 }, 'False', 'SyncFailed', message, now)
}

function withCondition(
  status: PodDisruptionBudgetStatus,
  is: BudgetCondition['status'],
  reason: string,
  message: string,
  now: Tick,
): PodDisruptionBudgetStatus {
  const former = status.conditions?.find((one) => one.type === type)
  const since = former?.status === is ? former.lastTransitionTime : timeText(now)
  const { observedGeneration = 0 } = status
  const condition: BudgetCondition = {
    type,
    status: is,
    ...(observedGeneration === 0 ? {} : { observedGeneration }),
    lastTransitionTime: since,
    reason,
    message,
  }
  const others = (status.conditions ?? []).filter((one) => one.type !== type)
  return { ...status, conditions: [...others, condition] }
}
