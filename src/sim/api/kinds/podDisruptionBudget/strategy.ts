/** pkg/registry/policy/poddisruptionbudget/strategy.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'
import type { PodDisruptionBudget } from '../../types/index.ts'

export function prepareBudget(budget: Draft): void {
  budget.spec ??= {}
  budget.status = { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 0, expectedPods: 0 }
}

export function prepareBudgetUpdate(budget: Draft, old: PodDisruptionBudget): void {
  budget.spec ??= {}
  budget.status = old.status
}
