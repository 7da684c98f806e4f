/**
 * Resource quantities: exact decimal numbers with a family of suffixes (k8s.io/apimachinery/pkg/api/resource, v1.36).
 * Text is parsed exactly; what schedulers and meters reckon with are plain numbers (`toMilli`, `toWhole`).
 */
import { parseInt64 } from './integers.ts'
import { canonicalText } from './quantityText.ts'
import type { Quantity } from './types/index.ts'

export type QuantityFormat = 'DecimalSI' | 'DecimalExponent' | 'BinarySI'

/** `value` times ten to the power of `scale`. */
export interface Amount {
  readonly value: bigint
  readonly scale: number
  readonly format: QuantityFormat
  /** The text as given, where it already is in the form that Kubernetes prints. */
  readonly text?: string
  /** Too many digits for 64 bits when it was parsed; such amounts overflow differently. */
  readonly isWide?: boolean
}

export const formatWrong =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
export const numericWrong = 'unable to parse numeric part of quantity'
export const suffixWrong = "unable to parse quantity's suffix"

/** The finest part of a unit that a quantity can express. */
const nano = -9

/** 64 bits hold any number of this many digits. */
const safeDigits = 18

const mostBinary = 9_223_372_036_854_775_807n

const decimalSuffixes: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
}
const binarySuffixes: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 }

/** Throws a RangeError with the API's message where the text is no quantity. */
export function parseQuantity(text: string): Amount {
  if (text === '0') return { value: 0n, scale: 0, format: 'DecimalSI', text }
  const parts = splitText(text)
  const suffix = interpretSuffix(parts.suffix)
  return suffix.format === 'BinarySI'
    ? binaryAmount(text, parts, suffix.exponent)
    : decimalAmount(text, parts, suffix)
}

export function isQuantity(text: string): boolean {
  try {
    parseQuantity(text)
    return true
  } catch {
    return false
  }
}

/** The text that the API server answers with for a quantity it was given; YAML may give a bare number. */
export function canonicalQuantity(text: Quantity | number): Quantity {
  return canonicalText(parseQuantity(String(text)))
}

/** The sum, in the format of the first unless that is zero. */
export function addAmounts(a: Amount, b: Amount): Amount {
  const format = a.value === 0n ? b.format : a.format
  if (a.value === 0n) return { value: b.value, scale: b.scale, format }
  if (b.value === 0n) return { value: a.value, scale: a.scale, format }
  const scale = Math.min(a.scale, b.scale)
  return { value: atScale(a, scale) + atScale(b, scale), scale, format }
}

export function subtractAmounts(a: Amount, b: Amount): Amount {
  return addAmounts(a, { ...b, value: -b.value })
}

/** Below 0, 0 or above 0, as `a` is less than, equal to or greater than `b`. */
export function compareAmounts(a: Amount, b: Amount): number {
  const signs = sign(a.value) - sign(b.value)
  if (signs !== 0 || a.value === 0n) return signs
  const magnitudes = digitsOf(a.value) + a.scale - digitsOf(b.value) - b.scale
  if (magnitudes !== 0) return magnitudes * sign(a.value)
  const scale = Math.min(a.scale, b.scale)
  return sign(atScale(a, scale) - atScale(b, scale))
}

export function compareQuantities(a: Quantity, b: Quantity): number {
  return compareAmounts(parseQuantity(a), parseQuantity(b))
}

/** The amount in units of ten to the power of `scale`, rounded away from zero, as a 64-bit number with its overflows. */
export function scaledInt64(amount: Amount, scale: number): bigint {
  const shift = amount.scale - scale
  if (shift < 0) return divideAway(amount.value, shift < -100 ? powerOfTen(100) : powerOfTen(-shift))
  if (amount.isWide) return shift >= 64 ? 0n : BigInt.asIntN(64, amount.value * powerOfTen(shift))
  if (shift > safeDigits) return 0n
  const value = amount.value * powerOfTen(shift)
  return BigInt.asIntN(64, value) === value ? value : 0n
}

/** Thousandths, rounded up: CPU is reckoned in these. */
export function toMilli(text: Quantity | number): number {
  return remember(milliOf, String(text), -3)
}

/** Whole units (bytes, devices), rounded up. */
export function toWhole(text: Quantity | number): number {
  return remember(wholeOf, String(text), 0)
}

export const toBytes = toWhole

/** Few different texts make up a cluster's requests. The caches only save time. */
const milliOf = new Map<string, number>()
const wholeOf = new Map<string, number>()
const cacheLimit = 4096

function remember(cache: Map<string, number>, text: string, scale: number): number {
  const known = cache.get(text)
  if (known !== undefined) return known
  const value = Number(scaledInt64(parseQuantity(text), scale))
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(text, value)
  return value
}

interface Parts {
  readonly isNegative: boolean
  /** Digits before the point, without leading zeros; "0" for none. */
  readonly whole: string
  readonly fraction: string
  readonly suffix: string
}

/** Laxer than the pattern that the message shows: a missing number is zero, as upstream has it. */
function splitText(text: string): Parts {
  const match = /^([+-]?)0*([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/.exec(text)
  if (!match || text === '') throw new RangeError(formatWrong)
  const [, mark = '', whole = '', fraction = '', suffix = ''] = match
  return { isNegative: mark === '-', whole: whole === '' ? '0' : whole, fraction, suffix }
}

function interpretSuffix(suffix: string): { readonly format: QuantityFormat; readonly exponent: number } {
  const decimal = decimalSuffixes[suffix]
  if (decimal !== undefined) return { format: 'DecimalSI', exponent: decimal }
  const binary = binarySuffixes[suffix]
  if (binary !== undefined) return { format: 'BinarySI', exponent: binary }
  const exponent = /^[eE]/.test(suffix) ? parseInt64(suffix.slice(1)) : undefined
  if (exponent === undefined) throw new RangeError(suffixWrong)
  return { format: 'DecimalExponent', exponent: Number(BigInt.asIntN(32, exponent)) }
}

function decimalAmount(
  text: string,
  parts: Parts,
  suffix: { format: QuantityFormat; exponent: number },
): Amount {
  const { format } = suffix
  const digits = parts.whole + parts.fraction
  const scale = suffix.exponent - parts.fraction.length
  const value = signed(parts, BigInt(digits))
  if (digits.length > safeDigits || scale < nano)
    return { ...roundToNano(value, scale), format, isWide: true }
  const isCanonical = scale % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0')
  return { value, scale, format, ...(isCanonical && { text }) }
}

function binaryAmount(text: string, parts: Parts, exponent: number): Amount {
  const digits = BigInt(parts.whole + parts.fraction)
  const value = digits << BigInt(exponent)
  if (parts.fraction === '' && parts.whole.length <= 14 - (exponent * 3) / 10) {
    const isCanonical = (digits & 7n) !== 0n
    return { value: signed(parts, value), scale: 0, format: 'BinarySI', ...(isCanonical && { text }) }
  }
  const rounded = roundToNano(value, -parts.fraction.length)
  const unit = powerOfTen(-rounded.scale)
  if (rounded.value > mostBinary * unit) return wide(parts, mostBinary, 0, 'BinarySI')
  const isFraction = rounded.value < unit && rounded.value > 0n
  return wide(parts, rounded.value, rounded.scale, isFraction ? 'DecimalSI' : 'BinarySI')
}

function wide(parts: Parts, value: bigint, scale: number, format: QuantityFormat): Amount {
  return { value: signed(parts, value), scale, format, isWide: true }
}

function signed(parts: Parts, value: bigint): bigint {
  return parts.isNegative ? -value : value
}

/** Who asks for some of a resource gets some: what is finer than a billionth rounds away from zero. */
function roundToNano(value: bigint, scale: number): { readonly value: bigint; readonly scale: number } {
  if (scale >= nano || value === 0n) return { value, scale: value === 0n ? 0 : scale }
  // A power beyond the number's own digits gives the same: one billionth.
  const shift = Math.min(nano - scale, digitsOf(value) + 1)
  return { value: divideAway(value, powerOfTen(shift)), scale: nano }
}

function divideAway(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor
  return quotient * divisor === value ? quotient : quotient + BigInt(sign(value))
}

/** Beyond any number that means something a scale is cut off, so that hostile exponents cost nothing. */
const farthestShift = 1000

function atScale(amount: Amount, scale: number): bigint {
  return amount.value * powerOfTen(Math.min(amount.scale - scale, farthestShift))
}

function powerOfTen(exponent: number): bigint {
  return BigInt(`1${'0'.repeat(exponent)}`)
}

function digitsOf(value: bigint): number {
  return String(value < 0n ? -value : value).length
}

function sign(value: bigint): number {
  if (value === 0n) return 0
  return value < 0n ? -1 : 1
}
