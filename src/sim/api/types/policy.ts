/** PodDisruptionBudget (k8s.io/api/policy/v1, v1.36). */
import type { ApiObject, ConditionStatus, IntOrString, LabelSelector, Time } from './meta.ts'

export interface BudgetCondition {
  readonly type: string
  readonly status: ConditionStatus
  readonly observedGeneration?: number
  readonly lastTransitionTime: Time
  readonly reason: string
  readonly message: string
}

export interface PodDisruptionBudgetSpec {
  readonly minAvailable?: IntOrString
  readonly maxUnavailable?: IntOrString
  readonly selector?: LabelSelector
  readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow'
}

export interface PodDisruptionBudgetStatus {
  readonly observedGeneration?: number
  /** Pods whose eviction was accepted and that are still there: name to time. */
  readonly disruptedPods?: Readonly<Record<string, Time>>
  readonly disruptionsAllowed: number
  readonly currentHealthy: number
  readonly desiredHealthy: number
  readonly expectedPods: number
  readonly conditions?: readonly BudgetCondition[]
}

export interface PodDisruptionBudget extends ApiObject {
  readonly kind: 'PodDisruptionBudget'
  readonly spec: PodDisruptionBudgetSpec
  readonly status: PodDisruptionBudgetStatus
}
