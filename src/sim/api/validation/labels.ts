/** Labels, annotations and selectors (apimachinery/pkg/apis/meta/v1/validation and pkg/api/validation, v1.36). */
import { type FieldError, forbidden, invalid, required, tooLong } from '../fieldError.ts'
import { labelValueErrors, qualifiedNameErrors } from '../names.ts'
import type { LabelSelector, LabelSelectorRequirement, Labels } from '../types/index.ts'

const maxAnnotationBytes = 256 * 1024

export function validateLabelName(name: string, field: string): readonly FieldError[] {
  return qualifiedNameErrors(name).map((error) => invalid(field, name, error))
}

export function validateLabels(labels: Labels | undefined, field: string): readonly FieldError[] {
  return validateEntries(labels, (key, value) => [
    ...validateLabelName(key, field),
    ...labelValueErrors(value).map((error) => invalid(field, value, error)),
  ])
}

export function validateAnnotations(annotations: Labels | undefined, field: string): readonly FieldError[] {
  let bytes = 0
  const wrongKeys = validateEntries(annotations, (key, value) => {
    bytes += key.length + value.length
    return qualifiedNameErrors(key.toLowerCase()).map((error) => invalid(field, key, error))
  })
  return [...wrongKeys, ...(bytes > maxAnnotationBytes ? [tooLong(field, maxAnnotationBytes)] : [])]
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

/** What is wrong with the entries of a map, in the order of their keys: mostly nothing, and then they aren't put in order. */
export function validateEntries<T>(
  map: Readonly<Record<string, T>> | undefined,
  validate: (key: string, value: T) => readonly FieldError[],
): readonly FieldError[] {
  const wrong: [string, readonly FieldError[]][] = []
  for (const [key, value] of Object.entries(map ?? {})) {
    const errors = validate(key, value)
    if (errors.length > 0) wrong.push([key, errors])
  }
  return wrong.sort(byKey).flatMap(([, errors]) => errors)
}

/** Go walks maps in any order; sorted keys are one of them. */
export function sortedEntries<T>(map: Readonly<Record<string, T>> | undefined): readonly [string, T][] {
  return Object.entries(map ?? {}).sort(byKey)
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
