/** Counts that may be given as a share of a whole (k8s.io/apimachinery/pkg/util/intstr, v1.36). */
import { integerError, parseInt32, parseInt64 } from './integers.ts'
import type { IntOrString } from './types/index.ts'

/** "5" is the number 5, anything that is no 32-bit integer stays text ("25%"). */
export function parseIntOrString(text: string): IntOrString {
  return parseInt32(text) ?? text
}

/**
 * The count meant by `value` when the whole is `total`. Numbers stand for themselves; a percentage is taken of the
 * whole and rounded up or down. Throws where the text is neither.
 */
export function scaledValue(value: IntOrString | undefined, total: number, roundUp: boolean): number {
  if (value === undefined || value === null) throw new RangeError('nil value for IntOrString')
  if (typeof value === 'number') return value
  const share = (percentOf(value) * total) / 100
  return whole(roundUp ? Math.ceil(share) : Math.floor(share))
}

export function isPercentage(value: IntOrString): value is string {
  return typeof value === 'string' && value.endsWith('%')
}

function percentOf(text: string): number {
  if (!isPercentage(text)) {
    throw new RangeError('invalid value for IntOrString: invalid type: string is not a percentage')
  }
  const number = text.slice(0, -1)
  const percent = parseInt64(number)
  if (percent === undefined) {
    const why = `strconv.Atoi: ${integerError(number)}`
    throw new RangeError(`invalid value for IntOrString: invalid value ${JSON.stringify(text)}: ${why}`)
  }
  return Number(percent)
}

/** Rounding up a small negative share gives -0, which prints and compares oddly. */
function whole(value: number): number {
  return value === 0 ? 0 : value
}
