/** The functions of Go templates that kubectl offers; whole numbers of a template are bigints, those of objects floats. */
import { goType } from '../goValue.ts'
import { TemplateError } from './nodes.ts'
import { goPrint, goPrintf } from './print.ts'

type TemplateFunction = (...values: readonly unknown[]) => unknown

export const functions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ['len', lengthOf],
  ['index', (value, ...keys) => keys.reduce(item, value)],
  ['exists', (value, ...keys) => exists(value, keys)],
  ['not', (value) => !isTrue(value)],
  ['and', (...values) => values.find((value) => !isTrue(value)) ?? values.at(-1)],
  ['or', (...values) => values.find(isTrue) ?? values.at(-1)],
  ['eq', (first, ...others) => others.some((other) => order(first, other) === 0)],
  ['ne', (left, right) => order(left, right) !== 0],
  ['lt', (left, right) => order(left, right) < 0],
  ['le', (left, right) => order(left, right) <= 0],
  ['gt', (left, right) => order(left, right) > 0],
  ['ge', (left, right) => order(left, right) >= 0],
  ['print', (...values) => goPrint(values)],
  ['println', (...values) => `${values.map((value) => goPrint([value])).join(' ')}\n`],
  ['printf', (format, ...values) => goPrintf(String(format), values)],
  ['base64decode', (text) => base64Text(String(text))],
])

export function isTrue(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '' || value === 0 || value === 0n)
    return false
  if (Array.isArray(value)) return value.length > 0
  return typeof value === 'object' ? Object.keys(value).length > 0 : true
}

function lengthOf(value: unknown): bigint {
  if (typeof value === 'string' || Array.isArray(value)) return BigInt(value.length)
  if (typeof value === 'object' && value !== null) return BigInt(Object.keys(value).length)
  if (value === null || value === undefined) throw new TemplateError('error calling len: len of nil pointer')
  throw new TemplateError(`error calling len: len of type ${typeName(value)}`)
}

function item(value: unknown, key: unknown): unknown {
  if (Array.isArray(value)) {
    if (typeof key !== 'bigint')
      throw new TemplateError(`error calling index: cannot index slice/array with type ${typeName(key)}`)
    if (key < 0n || key >= BigInt(value.length)) {
      throw new TemplateError(`error calling index: reflect: slice index out of range`)
    }
    return value[Number(key)]
  }
  if (typeof value === 'object' && value !== null) {
    if (typeof key !== 'string')
      throw new TemplateError(`error calling index: value has type ${typeName(key)}; should be string`)
    return (value as Record<string, unknown>)[key]
  }
  if (value === null || value === undefined)
    throw new TemplateError('error calling index: index of untyped nil')
  throw new TemplateError(`error calling index: can't index item of type ${typeName(value)}`)
}

function exists(value: unknown, keys: readonly unknown[]): boolean {
  try {
    return keys.reduce(item, value) !== undefined
  } catch {
    return false
  }
}

/** Ints and floats cannot be compared with each other. */
function order(left: unknown, right: unknown): number {
  for (const value of [left, right]) {
    if (typeof value === 'object' || value === undefined) {
      throw new TemplateError('error calling eq: incompatible types for comparison')
    }
  }
  if (typeof left !== typeof right)
    throw new TemplateError('error calling eq: incompatible types for comparison')
  return left === right ? 0 : (left as string) < (right as string) ? -1 : 1
}

function typeName(value: unknown): string {
  if (typeof value === 'bigint') return 'int'
  return typeof value === 'number' ? 'float64' : goType(value)
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64Text(text: string): string {
  let bits = 0
  let count = 0
  let escaped = ''
  for (const character of text.replace(/[=\s]+$/, '')) {
    const value = digits.indexOf(character)
    if (value < 0) throw new TemplateError('error calling base64decode: illegal base64 data')
    bits = (bits << 6) | value
    count += 6
    if (count < 8) continue
    count -= 8
    escaped += `%${((bits >> count) & 0xff).toString(16).padStart(2, '0')}`
  }
  return decodeURIComponent(escaped)
}
