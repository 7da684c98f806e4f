/** Labels, annotations and selectors (apimachinery/pkg/apis/meta/v1/validation and pkg/api/validation, v1.36). */
import { type FieldError, forbidden, invalid, required, tooLong } from '../fieldError.ts'
import { labelValueErrors, qualifiedNameErrors } from '../names.ts'
import type { LabelSelector, LabelSelectorRequirement, Labels } from '../types/index.ts'

const maxAnnotationBytes = 256 * 1024

export function validateLabelName(name: string, field: string): readonly FieldError[] {
  return qualifiedNameErrors(name).map((error) => invalid(field, name, error))
}

export function validateLabels(labels: Labels | undefined, field: string): readonly FieldError[] {
  return sortedEntries(labels).flatMap(([key, value]) => [
    ...validateLabelName(key, field),
    ...labelValueErrors(value).map((error) => invalid(field, value, error)),
  ])
}

export function validateAnnotations(annotations: Labels | undefined, field: string): readonly FieldError[] {
  const entries = sortedEntries(annotations)
  const bytes = entries.reduce((sum, [key, value]) => sum + key.length + value.length, 0)
  return [
    ...entries.flatMap(([key]) =>
      qualifiedNameErrors(key.toLowerCase()).map((error) => invalid(field, key, error)),
    ),
    ...(bytes > maxAnnotationBytes ? [tooLong(field, maxAnnotationBytes)] : []),
  ]
}

export function validateLabelSelector(
  selector: LabelSelector | undefined,
  field: string,
): readonly FieldError[] {
  if (selector === undefined) return []
  const requirements = selector.matchExpressions ?? []
  return [
    ...validateLabels(selector.matchLabels, `${field}.matchLabels`),
    ...requirements.flatMap((one, i) => validateRequirement(one, `${field}.matchExpressions[${i}]`)),
  ]
}

function validateRequirement(requirement: LabelSelectorRequirement, field: string): readonly FieldError[] {
  const values = requirement.values ?? []
  return [
    ...validateOperator(requirement.operator, values, field),
    ...validateLabelName(requirement.key ?? '', `${field}.key`),
    ...values.flatMap((value, i) =>
      labelValueErrors(value).map((error) => invalid(`${field}.values[${i}]`, value, error)),
    ),
  ]
}

function validateOperator(operator: string, values: readonly string[], field: string): readonly FieldError[] {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length > 0) return []
      return [required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'")]
    case 'Exists':
    case 'DoesNotExist':
      if (values.length === 0) return []
      return [
        forbidden(`${field}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"),
      ]
    default:
      return [invalid(`${field}.operator`, operator ?? '', 'not a valid selector operator')]
  }
}

/** Go walks maps in any order; sorted keys are one of them. */
export function sortedEntries<T>(map: Readonly<Record<string, T>> | undefined): readonly [string, T][] {
  return Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
