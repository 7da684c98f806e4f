/** The canonical text of a quantity: the largest suffix of its family that leaves a whole number. */
import type { Amount } from './quantity.ts'

const decimalNames: Readonly<Record<number, string>> = {
  [-9]: 'n',
  [-6]: 'u',
  [-3]: 'm',
  0: '',
  3: 'k',
  6: 'M',
  9: 'G',
  12: 'T',
  15: 'P',
  18: 'E',
}
const binaryNames = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

export function canonicalText(amount: Amount): string {
  if (amount.text !== undefined) return amount.text
  if (amount.value === 0n) return '0'
  const whole = amount.format === 'BinarySI' ? wholeUnits(amount) : undefined
  // Binary suffixes are for whole numbers from 1024 up; what doesn't fit is shown in decimal rather than rounded.
  if (whole !== undefined && (whole <= -1024n || whole >= 1024n)) return binaryText(whole)
  return decimalText(amount)
}

function binaryText(whole: bigint): string {
  let mantissa = whole
  let power = 0
  while (mantissa % 1024n === 0n && power < binaryNames.length - 1) {
    mantissa /= 1024n
    power++
  }
  return `${mantissa}${binaryNames[power]}`
}

/** Zeros move from the number to the exponent, which has to be a multiple of three in the end. */
function decimalText(amount: Amount): string {
  const digits = String(amount.value)
  let end = digits.length
  while (digits[end - 1] === '0') end--
  const exponent = amount.scale + digits.length - end
  const surplus = ((exponent % 3) + 3) % 3
  const mantissa = digits.slice(0, end) + '0'.repeat(surplus)
  return mantissa + decimalSuffix(amount, exponent - surplus)
}

function decimalSuffix({ format }: Amount, exponent: number): string {
  const name = format === 'DecimalExponent' ? undefined : decimalNames[exponent]
  return name ?? (exponent === 0 ? '' : `e${exponent}`)
}

/** Undefined where the amount is no whole number. */
function wholeUnits(amount: Amount): bigint | undefined {
  if (amount.scale >= 0) return amount.value * BigInt(`1${'0'.repeat(amount.scale)}`)
  const unit = BigInt(`1${'0'.repeat(-amount.scale)}`)
  return amount.value % unit === 0n ? amount.value / unit : undefined
}
