/** Field errors and their texts (k8s.io/apimachinery/pkg/util/validation/field/errors.go, v1.36). */

export type FieldErrorType =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'
  | 'FieldValueDuplicate'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  /** No field's: a disruption budget refuses. */
  | 'DisruptionBudget'

/** One cause in a Status of reason Invalid. `message` is the text after "field: ". */
export interface FieldError {
  readonly reason: FieldErrorType
  readonly field: string
  readonly message: string
}

/** Values print as JSON since 1.32: strings quoted, objects compact. */
export function showValue(value: unknown): string {
  return value === undefined || value === null ? 'null' : JSON.stringify(value)
}

export function required(field: string, detail = ''): FieldError {
  return { reason: 'FieldValueRequired', field, message: withDetail('Required value', detail) }
}

export function invalid(field: string, value: unknown, detail: string): FieldError {
  return {
    reason: 'FieldValueInvalid',
    field,
    message: withDetail(`Invalid value: ${showValue(value)}`, detail),
  }
}

/** `supported` is printed in the order given. */
export function notSupported(field: string, value: unknown, supported: readonly string[]): FieldError {
  const values = supported.map((one) => JSON.stringify(one)).join(', ')
  const message = `Unsupported value: ${showValue(value)}${values === '' ? '' : `: supported values: ${values}`}`
  return { reason: 'FieldValueNotSupported', field, message }
}

export function forbidden(field: string, detail: string): FieldError {
  return { reason: 'FieldValueForbidden', field, message: withDetail('Forbidden', detail) }
}

export function tooLong(field: string, mostBytes: number): FieldError {
  return { reason: 'FieldValueTooLong', field, message: `Too long: may not be more than ${mostBytes} bytes` }
}

export function duplicate(field: string, value: unknown): FieldError {
  return { reason: 'FieldValueDuplicate', field, message: `Duplicate value: ${showValue(value)}` }
}

export function notFound(field: string, value: unknown): FieldError {
  return { reason: 'FieldValueNotFound', field, message: `Not found: ${showValue(value)}` }
}

function withDetail(head: string, detail: string): string {
  return detail === '' ? head : `${head}: ${detail}`
}
