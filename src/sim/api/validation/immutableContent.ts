/** ConfigMaps and Secrets may be sealed (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { equalValues } from '../../core/frozen.ts'
import { type FieldError, forbidden } from '../fieldError.ts'

interface Sealable {
  readonly immutable?: boolean
}

export function validateKeptContent<T extends Sealable>(
  object: T,
  old: T,
  parts: readonly (keyof T & string)[],
): readonly FieldError[] {
  if (old.immutable !== true) return []
  const changed = parts.filter((part) => !equalValues(object[part] ?? {}, old[part] ?? {}))
  const fields = object.immutable === true ? changed : ['immutable', ...changed]
  return fields.map((field) => forbidden(field, 'field is immutable when `immutable` is set'))
}
