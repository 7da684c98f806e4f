/** ReplicaSet and Deployment (k8s.io/api/apps/v1, v1.36). */
import type { ApiObject, ConditionStatus, IntOrString, LabelSelector, Time } from './meta.ts'
import type { PodTemplateSpec } from './pod.ts'

export interface WorkloadCondition {
  readonly type: string
  readonly status: ConditionStatus
  readonly lastUpdateTime?: Time
  readonly lastTransitionTime?: Time
  readonly reason?: string
  readonly message?: string
}

export interface ReplicaSetSpec {
  readonly replicas: number
  readonly minReadySeconds?: number
  readonly selector: LabelSelector
  readonly template: PodTemplateSpec
}

export interface ReplicaSetStatus {
  readonly replicas: number
  readonly fullyLabeledReplicas?: number
  readonly readyReplicas?: number
  readonly availableReplicas?: number
  readonly terminatingReplicas?: number
  readonly observedGeneration?: number
  readonly conditions?: readonly WorkloadCondition[]
}

export interface ReplicaSet extends ApiObject {
  readonly kind: 'ReplicaSet'
  readonly spec: ReplicaSetSpec
  readonly status: ReplicaSetStatus
}

export interface RollingUpdateDeployment {
  readonly maxUnavailable?: IntOrString
  readonly maxSurge?: IntOrString
}

export interface DeploymentSpec {
  readonly replicas: number
  readonly selector: LabelSelector
  readonly template: PodTemplateSpec
  readonly strategy: {
    readonly type: 'RollingUpdate' | 'Recreate'
    readonly rollingUpdate?: RollingUpdateDeployment
  }
  readonly minReadySeconds?: number
  readonly revisionHistoryLimit?: number
  readonly paused?: boolean
  readonly progressDeadlineSeconds?: number
}

export interface DeploymentStatus {
  readonly observedGeneration?: number
  readonly replicas?: number
  readonly updatedReplicas?: number
  readonly readyReplicas?: number
  readonly availableReplicas?: number
  readonly unavailableReplicas?: number
  readonly terminatingReplicas?: number
  readonly conditions?: readonly WorkloadCondition[]
  readonly collisionCount?: number
}

export interface Deployment extends ApiObject {
  readonly kind: 'Deployment'
  readonly spec: DeploymentSpec
  readonly status: DeploymentStatus
}
