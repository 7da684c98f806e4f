/** pkg/apis/core/validation/validation.go ValidateNamespace, Kubernetes v1.36. */
import { type FieldError, invalid } from '../../fieldError.ts'
import { qualifiedNameErrors } from '../../names.ts'
import type { Namespace } from '../../types/index.ts'
import {
  validateKubeFinalizer,
  validateObjectMeta,
  validateObjectMetaUpdate,
} from '../../validation/objectMeta.ts'

const identity = { namespaced: false, nameRule: 'dns-label' } as const

export function validateNamespace(namespace: Namespace): readonly FieldError[] {
  const field = 'spec.finalizers'
  return [
    ...validateObjectMeta(identity, namespace.metadata),
    ...(namespace.spec.finalizers ?? []).flatMap((one) => [
      ...qualifiedNameErrors(one).map((error) => invalid(field, one, error)),
      ...validateKubeFinalizer(one, field),
    ]),
  ]
}

export function validateNamespaceUpdate(namespace: Namespace, old: Namespace): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(namespace.metadata, old.metadata),
    ...validateObjectMeta(identity, namespace.metadata),
  ]
}
