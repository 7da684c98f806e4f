/** pkg/apis/core/validation/validation.go ValidateServiceUpdate, Kubernetes v1.36. */
import { type FieldError, invalid } from '../../fieldError.ts'
import type { Service, ServiceSpec } from '../../types/index.ts'
import { validateObjectMetaUpdate } from '../../validation/objectMeta.ts'
import { isHeadless } from './addresses.ts'
import { validateService } from './validation.ts'

export function validateServiceUpdate(service: Service, old: Service): readonly FieldError[] {
  return [
    ...validateObjectMetaUpdate(service.metadata, old.metadata),
    ...validateKeptAddresses(service.spec, old.spec),
    ...validateService(service),
  ]
}

/** A service keeps its address for life, unless it becomes or was a mere name. */
function validateKeptAddresses(spec: ServiceSpec, old: ServiceSpec): readonly FieldError[] {
  if (spec.type === 'ExternalName' || old.type === 'ExternalName') return []
  if (isHeadless(spec) && isHeadless(old)) return []
  const now = spec.clusterIPs ?? []
  const before = old.clusterIPs ?? []
  if (now.length === 0 && before.length > 0) {
    return [invalid('spec.clusterIPs[0]', now, 'primary clusterIP can not be unset')]
  }
  return before.flatMap((address, i) =>
    now[i] === undefined || now[i] === address
      ? []
      : [invalid(`spec.clusterIPs[${i}]`, now, 'may not change once set')],
  )
}
