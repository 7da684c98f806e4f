import { type FieldError, required } from '../../fieldError.ts'
import { pathSegmentErrors } from '../../names.ts'
import type { CrossVersionObjectReference } from '../../types/index.ts'
import { complaints } from '../../validation/fields.ts'

export function validateReference(
  reference: CrossVersionObjectReference | undefined,
  field: string,
): readonly FieldError[] {
  const { kind = '', name = '', apiVersion = '' } = reference ?? {}
  return [
    ...validateSegment(kind, `${field}.kind`),
    ...validateSegment(name, `${field}.name`),
    ...complaints(`${field}.apiVersion`, apiVersion, apiVersionErrors(apiVersion)),
  ]
}

function validateSegment(value: string, field: string): readonly FieldError[] {
  return value === '' ? [required(field)] : complaints(field, value, pathSegmentErrors(value))
}

/** Nothing of the core group can be scaled by an autoscaler any more. */
function apiVersionErrors(apiVersion: string): readonly string[] {
  const parts = apiVersion.split('/')
  if (parts.length > 2) return [`unexpected GroupVersion string: ${apiVersion}`]
  return parts.length < 2 || parts[0] === '' ? ['apiVersion must specify API group'] : []
}
