/** Which budgets have to be looked at again because of a change. */
import { PodDisruptionBudgets } from '../../api/kinds/podDisruptionBudget/index.ts'
import { coversPod } from '../../api/kinds/podDisruptionBudget/selection.ts'
import { isPodReady } from '../../api/podReadiness.ts'
import type { Pod } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type HandlerContext, itself } from '../../client/controller.ts'
import { follow, forgetCount } from './podCount.ts'

export interface Memory {
  /** The budgets that there are: while there are none, a change of a pod costs nothing. */
  readonly budgets: Set<string>
}

const none: readonly string[] = []

export function budgetChanged(change: Change, { memory }: HandlerContext<Memory>): readonly string[] {
  const keys = itself(change)
  for (const key of keys) {
    if (change.after !== undefined) memory.budgets.add(key)
    else {
      memory.budgets.delete(key)
      forgetCount(memory, key)
    }
  }
  return keys
}

export function budgetsOfPod(change: Change, { lister, memory }: HandlerContext<Memory>): readonly string[] {
  if (memory.budgets.size === 0) return none
  const before = change.before as Pod | undefined
  const after = change.after as Pod | undefined
  const namespace = (after ?? before)?.metadata.namespace ?? ''
  const budgets = lister(PodDisruptionBudgets).byIndex('namespace', namespace)
  if (budgets.length === 0 || !matters(before, after)) return none
  const keys: string[] = []
  for (const budget of budgets) {
    const was = before !== undefined && coversPod(budget, before)
    const is = after !== undefined && coversPod(budget, after)
    if (!was && !is) continue
    const key = `${budget.metadata.namespace}/${budget.metadata.name}`
    follow(memory, key, budget, was ? before : undefined, is ? after : undefined)
    keys.push(key)
  }
  return keys
}

/** Whether a budget would count the pod otherwise. */
function matters(before: Pod | undefined, after: Pod | undefined): boolean {
  if (before === undefined || after === undefined) return true
  return (
    before.metadata.labels !== after.metadata.labels ||
    before.metadata.ownerReferences !== after.metadata.ownerReferences ||
    before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp ||
    isPodReady(before) !== isPodReady(after)
  )
}
