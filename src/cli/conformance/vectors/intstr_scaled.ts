import { scaledValue } from '../../../sim/api/intOrString.ts'
import type { IntOrString } from '../../../sim/api/types/index.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: { readonly value: IntOrString; readonly total: number; readonly roundUp: boolean }
  readonly expected: { readonly result?: number; readonly error?: true | string }
}

export default function run({ input, expected }: Case): Verdict {
  const actual = outcome(input)
  return expected.error === true ? compare('error' in actual, true) : compare(actual, expected)
}

function outcome({ value, total, roundUp }: Case['input']): { result: number } | { error: string } {
  try {
    return { result: scaledValue(value, total, roundUp) }
  } catch (error) {
    return { error: (error as Error).message }
  }
}
