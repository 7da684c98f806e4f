/** One condition on labels: its grammar, its test and its text (k8s.io/apimachinery/pkg/labels, v1.36). */
import { type FieldError, invalid, notSupported } from './fieldError.ts'
import { parseInt64 } from './integers.ts'
import { labelValueErrors, qualifiedNameErrors } from './names.ts'
import type { Labels } from './types/index.ts'

export type Operator = 'in' | 'notin' | '=' | '==' | '!=' | 'gt' | 'lt' | 'exists' | '!'

export interface Requirement {
  readonly key: string
  readonly operator: Operator
  /** Sorted, without repetitions. */
  readonly values: readonly string[]
}

const operators: readonly Operator[] = ['in', 'notin', '=', '==', '!=', 'gt', 'lt', 'exists', '!']

/** Throws a RangeError with the API's message where key, operator or values break the grammar. */
export function newRequirement(key: string, operator: Operator, values: readonly string[]): Requirement {
  const errors = [
    ...keyErrors(key, 'key'),
    ...valuesErrors(operator, values),
    ...values.flatMap((value, i) => labelValueError(key, value, `values[${i}]`)),
  ]
  refuse(errors)
  return { key, operator, values: [...new Set(values)].sort() }
}

/** `field` is "<nil>" where upstream has no path to name. */
export function checkKey(key: string, field: string): void {
  refuse(keyErrors(key, field))
}

export function checkValue(key: string, value: string): void {
  refuse(labelValueError(key, value, ''))
}

export function matchesRequirement(requirement: Requirement, labels: Labels): boolean {
  const value = labelOf(labels, requirement.key)
  switch (requirement.operator) {
    case 'in':
    case '=':
    case '==':
      return value !== undefined && requirement.values.includes(value)
    case 'notin':
    case '!=':
      return value === undefined || !requirement.values.includes(value)
    case 'exists':
      return value !== undefined
    case '!':
      return value === undefined
    case 'gt':
    case 'lt':
      return value !== undefined && comparesAs(requirement, value)
  }
}

/** Selectors list their conditions by key. */
export function byKey(a: Requirement, b: Requirement): number {
  if (a.key === b.key) return 0
  return a.key < b.key ? -1 : 1
}

export function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'exists':
      return key
    case '!':
      return `!${key}`
    case 'in':
    case 'notin':
      return `${key} ${operator} (${values.join(',')})`
    case 'gt':
      return `${key}>${values.join(',')}`
    case 'lt':
      return `${key}<${values.join(',')}`
    default:
      return `${key}${operator}${values.join(',')}`
  }
}

/** Any object has a "constructor", but only labels are texts. */
export function labelOf(labels: Labels, key: string): string | undefined {
  const value: unknown = labels[key]
  return typeof value === 'string' ? value : undefined
}

/** Labels that are no whole numbers are neither greater nor less. */
function comparesAs({ operator, values }: Requirement, value: string): boolean {
  const left = parseInt64(value)
  const right = parseInt64(values[0] ?? '')
  if (left === undefined || right === undefined) return false
  return operator === 'gt' ? left > right : left < right
}

function keyErrors(key: string, field: string): readonly FieldError[] {
  const errors = qualifiedNameErrors(key)
  return errors.length === 0 ? [] : [invalid(field, key, errors.join('; '))]
}

function labelValueError(key: string, value: string, field: string): readonly FieldError[] {
  const errors = labelValueErrors(value)
  return errors.length === 0 ? [] : [invalid(`${field}[${key}]`, value, errors.join('; '))]
}

function valuesErrors(operator: Operator, values: readonly string[]): readonly FieldError[] {
  const complain = (detail: string) => [invalid('values', values, detail)]
  switch (operator) {
    case 'in':
    case 'notin':
      return values.length > 0 ? [] : complain("for 'in', 'notin' operators, values set can't be empty")
    case '=':
    case '==':
    case '!=':
      return values.length === 1 ? [] : complain('exact-match compatibility requires one single value')
    case 'exists':
    case '!':
      return values.length === 0 ? [] : complain('values set must be empty for exists and does not exist')
    case 'gt':
    case 'lt':
      if (values.length !== 1) return complain("for 'Gt', 'Lt' operators, exactly one value is required")
      return parseInt64(values[0] as string) === undefined
        ? [invalid('values[0]', values[0], "for 'Gt', 'Lt' operators, the value must be an integer")]
        : []
    default:
      return [notSupported('operator', operator, operators)]
  }
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length === 0) return
  const texts = [...new Set(errors.map(({ field, message }) => `${field}: ${message}`))]
  throw new RangeError(texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`)
}
