import { parseQuantity, scaledInt64 } from '../../../../sim/api/quantity.ts'
import { canonicalText } from '../../../../sim/api/quantityText.ts'
import { compare } from '../../difference.ts'
import type { Verdict } from '../../vectors.ts'

interface Case {
  readonly in: string
  readonly canonical?: string
  readonly value?: number
  readonly milliValue?: number
  readonly error?: string
}

export default function run({ in: text, ...expected }: Case): Verdict {
  return compare(outcome(text), expected)
}

function outcome(text: string): Omit<Case, 'in'> {
  try {
    const amount = parseQuantity(text)
    const value = Number(scaledInt64(amount, 0))
    return { canonical: canonicalText(amount), value, milliValue: Number(scaledInt64(amount, -3)) }
  } catch (error) {
    return { error: (error as Error).message }
  }
}
