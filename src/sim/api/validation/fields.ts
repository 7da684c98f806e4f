/** Checks of single values that many kinds share (pkg/apis/core/validation/validation.go, v1.36). */
import { equalValues } from '../../core/frozen.ts'
import { type FieldError, invalid, notSupported, required } from '../fieldError.ts'
import { portNameErrors, portNumberErrors } from '../names.ts'
import type { IntOrString } from '../types/index.ts'

export function validateNonNegative(value: number, field: string): readonly FieldError[] {
  return value >= 0 ? [] : [invalid(field, value, 'must be greater than or equal to 0')]
}

export function validateImmutable(value: unknown, old: unknown, field: string): readonly FieldError[] {
  return equalValues(value, old) ? [] : [invalid(field, value, 'field is immutable')]
}

/** Each complaint about one value, as an error of its field. */
export function complaints(field: string, value: unknown, texts: readonly string[]): readonly FieldError[] {
  return texts.map((text) => invalid(field, value, text))
}

/** One of a few words, given in the order in which an error lists them. */
export function validateChoice(
  value: string | undefined,
  choices: readonly string[],
  field: string,
): readonly FieldError[] {
  if (value === undefined || value === '') return [required(field)]
  return choices.includes(value) ? [] : [notSupported(field, value, choices)]
}

/** As `validateChoice`, where nothing is a choice too. */
export function validateOptionalChoice(
  value: string | undefined,
  choices: readonly string[],
  field: string,
): readonly FieldError[] {
  return value === undefined || choices.includes(value) ? [] : [notSupported(field, value, choices)]
}

export function validatePort(port: IntOrString | undefined, field: string): readonly FieldError[] {
  const value = port ?? 0
  return complaints(field, value, typeof value === 'number' ? portNumberErrors(value) : portNameErrors(value))
}
