/** pkg/apis/coordination/validation/validation.go, Kubernetes v1.36. */
import { type FieldError, invalid } from '../../fieldError.ts'
import type { Lease } from '../../types/index.ts'
import { validateNonNegative } from '../../validation/fields.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const

export function validateLease(lease: Lease): readonly FieldError[] {
  const { leaseDurationSeconds, leaseTransitions } = lease.spec ?? {}
  const duration = leaseDurationSeconds ?? 1
  return [
    ...validateObjectMeta(identity, lease.metadata),
    ...(duration > 0 ? [] : [invalid('spec.leaseDurationSeconds', duration, 'must be greater than 0')]),
    ...validateNonNegative(leaseTransitions ?? 0, 'spec.leaseTransitions'),
  ]
}

export function validateLeaseUpdate(lease: Lease, old: Lease): readonly FieldError[] {
  return [...validateObjectMetaUpdate(lease.metadata, old.metadata), ...validateLease(lease)]
}
