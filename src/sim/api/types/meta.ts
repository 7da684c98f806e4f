/** Shapes shared by every API object (k8s.io/apimachinery/pkg/apis/meta/v1). Values in the registry are frozen. */

export type Labels = Readonly<Record<string, string>>

/** RFC 3339 text in UTC, whole seconds ("2026-01-01T00:00:00Z"). */
export type Time = string

/** RFC 3339 text in UTC with microseconds, as Lease and Event use it. */
export type MicroTime = string

/** A Kubernetes resource quantity as text ("250m", "64Mi"), or a bare number as YAML may give it. */
export type Quantity = string

export type IntOrString = number | string

export interface OwnerReference {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly uid: string
  readonly controller?: boolean
  readonly blockOwnerDeletion?: boolean
}

export interface ObjectMeta {
  readonly name: string
  readonly generateName?: string
  readonly namespace?: string
  readonly uid: string
  readonly resourceVersion: string
  readonly generation?: number
  readonly creationTimestamp: Time
  readonly deletionTimestamp?: Time
  readonly deletionGracePeriodSeconds?: number
  readonly labels?: Labels
  readonly annotations?: Labels
  readonly ownerReferences?: readonly OwnerReference[]
  readonly finalizers?: readonly string[]
}

/** Any object of the API, whatever its kind. */
export interface ApiObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
}

export interface LabelSelectorRequirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  readonly values?: readonly string[]
}

export interface LabelSelector {
  readonly matchLabels?: Labels
  readonly matchExpressions?: readonly LabelSelectorRequirement[]
}

export type ConditionStatus = 'True' | 'False' | 'Unknown'

export interface ObjectReference {
  readonly apiVersion?: string
  readonly kind?: string
  readonly namespace?: string
  readonly name?: string
  readonly uid?: string
  readonly resourceVersion?: string
  readonly fieldPath?: string
}
