/**
 * How lists merge in a strategic merge patch: the patchStrategy and patchMergeKey tags of k8s.io/api v1.36 for the
 * kinds of the simulator. A type not listed has no list that merges; maps always do.
 */

export interface FieldRule {
  /** The type of the field's value, or of its items. */
  readonly of?: string
  /** The list merges item by item; absent: it is replaced as a whole. */
  readonly merges?: true
  /** What tells items apart; absent on a merging list: the items are plain values. */
  readonly key?: string
  /** Only the fields named in `$retainKeys` stay: one choice replaces another. */
  readonly retainsKeys?: true
}

type TypeRules = Readonly<Record<string, FieldRule>>

const metadata: FieldRule = { of: 'ObjectMeta' }
const podTemplate: FieldRule = { of: 'PodTemplateSpec' }
const conditions: FieldRule = { merges: true, key: 'type' }
const containers: FieldRule = { of: 'Container', merges: true, key: 'name' }

export const mergeRules: Readonly<Record<string, TypeRules>> = {
  ObjectMeta: {
    ownerReferences: { merges: true, key: 'uid' },
    finalizers: { merges: true },
  },
  Namespace: { metadata, status: { of: 'ConditionedStatus' } },
  Node: { metadata, spec: { of: 'NodeSpec' }, status: { of: 'NodeStatus' } },
  NodeSpec: { podCIDRs: { merges: true } },
  NodeStatus: { conditions, addresses: { merges: true, key: 'type' } },
  Pod: { metadata, spec: { of: 'PodSpec' }, status: { of: 'PodStatus' } },
  PodStatus: {
    conditions,
    podIPs: { merges: true, key: 'ip' },
    hostIPs: { merges: true, key: 'ip' },
    resourceClaimStatuses: { merges: true, key: 'name', retainsKeys: true },
  },
  PodTemplateSpec: { metadata, spec: { of: 'PodSpec' } },
  PodSpec: {
    containers,
    initContainers: containers,
    ephemeralContainers: containers,
    volumes: { of: 'Volume', merges: true, key: 'name', retainsKeys: true },
    imagePullSecrets: { merges: true, key: 'name' },
    hostAliases: { merges: true, key: 'ip' },
    topologySpreadConstraints: { merges: true, key: 'topologyKey' },
    schedulingGates: { merges: true, key: 'name' },
    resourceClaims: { merges: true, key: 'name', retainsKeys: true },
  },
  Container: {
    ports: { merges: true, key: 'containerPort' },
    env: { merges: true, key: 'name' },
    volumeMounts: { merges: true, key: 'mountPath' },
    volumeDevices: { merges: true, key: 'devicePath' },
  },
  ReplicaSet: { metadata, spec: { of: 'TemplatedSpec' }, status: { of: 'ConditionedStatus' } },
  Deployment: { metadata, spec: { of: 'DeploymentSpec' }, status: { of: 'ConditionedStatus' } },
  DeploymentSpec: { template: podTemplate, strategy: { retainsKeys: true } },
  TemplatedSpec: { template: podTemplate },
  ConditionedStatus: { conditions },
  Service: { metadata, spec: { of: 'ServiceSpec' }, status: { of: 'ConditionedStatus' } },
  ServiceSpec: { ports: { merges: true, key: 'port' } },
  ServiceAccount: { metadata, secrets: { merges: true, key: 'name' } },
  ConfigMap: { metadata },
  Secret: { metadata },
  EndpointSlice: { metadata },
  Event: { metadata },
  Lease: { metadata },
}

const noRules: TypeRules = {}
const noRule: FieldRule = {}

export function fieldRule(type: string | undefined, field: string): FieldRule {
  const rules = (type === undefined ? undefined : mergeRules[type]) ?? noRules
  return Object.hasOwn(rules, field) ? (rules[field] as FieldRule) : noRule
}
