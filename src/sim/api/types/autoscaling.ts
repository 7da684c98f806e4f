/** HorizontalPodAutoscaler (k8s.io/api/autoscaling/v2, v1.36). */
import type { ApiObject, ConditionStatus, LabelSelector, Quantity, Time } from './meta.ts'

export interface CrossVersionObjectReference {
  readonly apiVersion?: string
  readonly kind: string
  readonly name: string
}

export type MetricSourceType = 'Resource' | 'ContainerResource' | 'Pods' | 'Object' | 'External'

export interface MetricTarget {
  readonly type: 'Utilization' | 'Value' | 'AverageValue'
  readonly value?: Quantity
  readonly averageValue?: Quantity
  /** Percent of what the pods request. */
  readonly averageUtilization?: number
}

export interface MetricIdentifier {
  readonly name: string
  readonly selector?: LabelSelector
}

/** One of the sources is there: the one that `type` names. */
export interface MetricSpec {
  readonly type: MetricSourceType
  readonly resource?: { readonly name: string; readonly target: MetricTarget }
  readonly containerResource?: {
    readonly name: string
    readonly container: string
    readonly target: MetricTarget
  }
  readonly pods?: { readonly metric: MetricIdentifier; readonly target: MetricTarget }
  readonly object?: {
    readonly describedObject: CrossVersionObjectReference
    readonly metric: MetricIdentifier
    readonly target: MetricTarget
  }
  readonly external?: { readonly metric: MetricIdentifier; readonly target: MetricTarget }
}

export interface MetricValueStatus {
  readonly value?: Quantity
  readonly averageValue?: Quantity
  readonly averageUtilization?: number
}

/** A metric that could not be had has an empty type and nothing else. */
export interface MetricStatus {
  readonly type: MetricSourceType | ''
  readonly resource?: { readonly name: string; readonly current: MetricValueStatus }
  readonly containerResource?: {
    readonly name: string
    readonly container: string
    readonly current: MetricValueStatus
  }
  readonly pods?: { readonly metric: MetricIdentifier; readonly current: MetricValueStatus }
  readonly object?: {
    readonly describedObject: CrossVersionObjectReference
    readonly metric: MetricIdentifier
    readonly current: MetricValueStatus
  }
  readonly external?: { readonly metric: MetricIdentifier; readonly current: MetricValueStatus }
}

export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent'
  readonly value: number
  readonly periodSeconds: number
}

/** How fast a workload may grow, or shrink. */
export interface ScalingRules {
  readonly stabilizationWindowSeconds?: number
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled'
  readonly policies?: readonly ScalingPolicy[]
  readonly tolerance?: Quantity
}

export interface ScalingBehavior {
  readonly scaleUp?: ScalingRules
  readonly scaleDown?: ScalingRules
}

export interface HorizontalPodAutoscalerSpec {
  readonly scaleTargetRef: CrossVersionObjectReference
  readonly minReplicas?: number
  readonly maxReplicas: number
  readonly metrics?: readonly MetricSpec[]
  readonly behavior?: ScalingBehavior
}

export interface HorizontalPodAutoscalerCondition {
  readonly type: 'AbleToScale' | 'ScalingActive' | 'ScalingLimited'
  readonly status: ConditionStatus
  readonly lastTransitionTime?: Time
  readonly reason?: string
  readonly message?: string
}

export interface HorizontalPodAutoscalerStatus {
  readonly lastScaleTime?: Time
  readonly currentReplicas?: number
  readonly desiredReplicas: number
  readonly currentMetrics: readonly MetricStatus[] | null
  readonly conditions?: readonly HorizontalPodAutoscalerCondition[]
}

export interface HorizontalPodAutoscaler extends ApiObject {
  readonly kind: 'HorizontalPodAutoscaler'
  readonly spec: HorizontalPodAutoscalerSpec
  readonly status: HorizontalPodAutoscalerStatus
}
