/** pkg/apis/core/validation/validation.go ValidateServiceAccount, Kubernetes v1.36. */
import type { FieldError } from '../../fieldError.ts'
import type { ServiceAccount } from '../../types/index.ts'
import { validateObjectMeta, validateObjectMetaUpdate } from '../../validation/objectMeta.ts'

const identity = { namespaced: true, nameRule: 'dns-subdomain' } as const

export function validateServiceAccount(account: ServiceAccount): readonly FieldError[] {
  return validateObjectMeta(identity, account.metadata)
}

export function validateServiceAccountUpdate(
  account: ServiceAccount,
  old: ServiceAccount,
): readonly FieldError[] {
  return [...validateObjectMetaUpdate(account.metadata, old.metadata), ...validateServiceAccount(account)]
}
