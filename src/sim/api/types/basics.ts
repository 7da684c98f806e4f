/** Namespace, ConfigMap, Secret, ServiceAccount and Event (k8s.io/api/core/v1, v1.36). */
import type { ApiObject, ConditionStatus, Labels, MicroTime, ObjectReference, Time } from './meta.ts'

export interface NamespaceCondition {
  readonly type: string
  readonly status: ConditionStatus
  readonly lastTransitionTime?: Time
  readonly reason?: string
  readonly message?: string
}

export interface Namespace extends ApiObject {
  readonly kind: 'Namespace'
  readonly spec: { readonly finalizers?: readonly string[] }
  readonly status: {
    readonly phase?: 'Active' | 'Terminating'
    readonly conditions?: readonly NamespaceCondition[]
  }
}

export interface ConfigMap extends ApiObject {
  readonly kind: 'ConfigMap'
  readonly data?: Labels
  readonly binaryData?: Labels
  readonly immutable?: boolean
}

export interface Secret extends ApiObject {
  readonly kind: 'Secret'
  readonly data?: Labels
  readonly stringData?: Labels
  readonly type?: string
  readonly immutable?: boolean
}

export interface ServiceAccount extends ApiObject {
  readonly kind: 'ServiceAccount'
  readonly secrets?: readonly ObjectReference[]
  readonly imagePullSecrets?: readonly { readonly name?: string }[]
  readonly automountServiceAccountToken?: boolean
}

/** Events are kept as packed rows; this is the object made when one is read. */
export interface Event extends ApiObject {
  readonly kind: 'Event'
  readonly involvedObject: ObjectReference
  readonly reason?: string
  readonly message?: string
  readonly source?: { readonly component?: string; readonly host?: string }
  readonly firstTimestamp?: Time | null
  readonly lastTimestamp?: Time | null
  readonly count?: number
  readonly type?: 'Normal' | 'Warning'
  readonly eventTime?: MicroTime | null
  readonly series?: { readonly count?: number; readonly lastObservedTime?: MicroTime }
  readonly action?: string
  readonly related?: ObjectReference
  readonly reportingComponent?: string
  readonly reportingInstance?: string
}
