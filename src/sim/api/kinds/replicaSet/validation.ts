/** pkg/apis/apps/validation/validation.go, Kubernetes v1.36. */
import type { FieldError } from '../../fieldError.ts'
import type { ReplicaSet } from '../../types/index.ts'
import { validateImmutable, validateNonNegative } from '../../validation/fields.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'
import { validateSelectorAndTemplate } from '../../validation/pod/template.ts'
import { nameWarnings, podSpecWarnings } from '../../validation/pod/warnings.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const

export function validateReplicaSet(replicaSet: ReplicaSet): readonly FieldError[] {
  const { spec } = replicaSet
  return [
    ...validateObjectMeta(identity, replicaSet.metadata),
    ...validateNonNegative(spec.replicas, 'spec.replicas'),
    ...validateNonNegative(spec.minReadySeconds ?? 0, 'spec.minReadySeconds'),
    ...validateSelectorAndTemplate(spec),
  ]
}

export function validateReplicaSetUpdate(replicaSet: ReplicaSet, old: ReplicaSet): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(replicaSet.metadata, old.metadata),
    ...validateReplicaSet(replicaSet),
    ...validateImmutable(replicaSet.spec.selector, old.spec.selector, 'spec.selector'),
  ]
}

export function warnOfReplicaSet(replicaSet: ReplicaSet): readonly string[] {
  return [
    ...nameWarnings(replicaSet.metadata.name, 'Pod names and hostnames'),
    ...podSpecWarnings(replicaSet.spec.template.spec, 'spec.template.spec'),
  ]
}
