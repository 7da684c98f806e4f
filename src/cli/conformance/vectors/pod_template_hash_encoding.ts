import { safeEncode } from '../../../sim/api/templateHash.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: string
  readonly expected: string
}

export default function run({ input, expected }: Case): Verdict {
  return compare(safeEncode(input), expected)
}
