/** Node and Lease (k8s.io/api/core/v1 and coordination/v1, v1.36). */
import type { ApiObject, ConditionStatus, MicroTime, Time } from './meta.ts'
import type { ResourceList, TaintEffect } from './pod.ts'

export interface Taint {
  readonly key: string
  readonly value?: string
  readonly effect: TaintEffect
  readonly timeAdded?: Time
}

export interface NodeCondition {
  readonly type: string
  readonly status: ConditionStatus
  readonly lastHeartbeatTime?: Time
  readonly lastTransitionTime?: Time
  readonly reason?: string
  readonly message?: string
}

export interface ContainerImage {
  readonly names?: readonly string[]
  readonly sizeBytes?: number
}

export interface NodeSpec {
  readonly podCIDR?: string
  readonly podCIDRs?: readonly string[]
  readonly providerID?: string
  readonly unschedulable?: boolean
  readonly taints?: readonly Taint[]
}

export interface NodeStatus {
  readonly capacity?: ResourceList
  readonly allocatable?: ResourceList
  readonly conditions?: readonly NodeCondition[]
  readonly addresses?: readonly { readonly type: string; readonly address: string }[]
  readonly daemonEndpoints?: { readonly kubeletEndpoint?: { readonly Port: number } }
  readonly nodeInfo?: Readonly<Record<string, string>>
  readonly images?: readonly ContainerImage[]
}

export interface Node extends ApiObject {
  readonly kind: 'Node'
  readonly spec: NodeSpec
  readonly status: NodeStatus
}

export interface Lease extends ApiObject {
  readonly kind: 'Lease'
  readonly spec: {
    readonly holderIdentity?: string
    readonly leaseDurationSeconds?: number
    readonly acquireTime?: MicroTime
    readonly renewTime?: MicroTime
    readonly leaseTransitions?: number
  }
}
