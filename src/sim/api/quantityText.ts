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

function decimalText(amount: Amount): string {
  let mantissa = amount.value
  let exponent = amount.scale
  while (mantissa % 10n === 0n) {
    mantissa /= 10n
    exponent++
  }
  while (exponent % 3 !== 0) {
    mantissa *= 10n
    exponent--
  }
  const name = amount.format === 'DecimalExponent' ? undefined : decimalNames[exponent]
  return `${mantissa}${name ?? (exponent === 0 ? '' : `e${exponent}`)}`
}

/** Undefined where the amount is no whole number. */
function wholeUnits(amount: Amount): bigint | undefined {
  if (amount.scale >= 0) return amount.value * BigInt(`1${'0'.repeat(amount.scale)}`)
  const unit = BigInt(`1${'0'.repeat(-amount.scale)}`)
  return amount.value % unit === 0n ? amount.value / unit : undefined
}
