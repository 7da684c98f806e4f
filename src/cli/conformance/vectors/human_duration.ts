import { humanDuration, shortHumanDuration } from '../../../sim/api/humanDuration.ts'
import { compare } from '../difference.ts'
import { notModelled, type Verdict } from '../vectors.ts'

interface Case {
  readonly kind: string
  readonly input: { readonly seconds: number }
  readonly expected: string
}

export default function run({ kind, input, expected }: Case): Verdict {
  if (kind === 'human') return compare(humanDuration(input.seconds), expected)
  if (kind === 'short') return compare(shortHumanDuration(input.seconds), expected)
  return `${notModelled} ${kind}`
}
