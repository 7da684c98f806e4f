import { parseIntOrString, scaledValue } from '../../../../sim/api/intOrString.ts'
import { compare } from '../../difference.ts'
import type { Verdict } from '../../vectors.ts'

interface Case {
  readonly value: string
  readonly total: number
  readonly roundDown: number
  readonly roundUp: number
}

export default function run({ value, total, roundDown, roundUp }: Case): Verdict {
  const parsed = parseIntOrString(value)
  const actual = { roundDown: scaledValue(parsed, total, false), roundUp: scaledValue(parsed, total, true) }
  return compare(actual, { roundDown, roundUp })
}
