import { defaultNormalize } from '../../../sim/scheduler/framework/normalize.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: { readonly scores: readonly number[]; readonly reverse: boolean }
  readonly expected: readonly number[]
}

export default function run({ input, expected }: Case): Verdict {
  const scores = [...input.scores]
  defaultNormalize(scores, input.reverse)
  return compare(scores, expected)
}
