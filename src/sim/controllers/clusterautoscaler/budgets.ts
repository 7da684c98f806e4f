/** What disruption budgets say about the pods of a node that should go. */
import { PodDisruptionBudgets } from '../../api/kinds/podDisruptionBudget/index.ts'
import { coversPod } from '../../api/kinds/podDisruptionBudget/selection.ts'
import type { Pod } from '../../api/types/index.ts'
import type { AutoscalerOptions } from '../../client/autoscalerOptions.ts'
import type { DrainRules } from './blockers.ts'
import type { Context } from './memory.ts'

export function drainRules({ lister }: Context, options: AutoscalerOptions): DrainRules {
  return { ...options, budgetOf: (pod) => leastAllowed(lister, pod) }
}

/** Of several budgets the strictest counts; undefined: there is none. */
function leastAllowed(lister: Context['lister'], pod: Pod): number | undefined {
  const budgets = lister(PodDisruptionBudgets)
    .byIndex('namespace', pod.metadata.namespace ?? '')
    .filter((budget) => coversPod(budget, pod))
  if (budgets.length === 0) return undefined
  return Math.min(...budgets.map(({ status }) => status.disruptionsAllowed))
}
