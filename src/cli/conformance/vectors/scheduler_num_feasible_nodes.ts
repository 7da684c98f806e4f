import { numFeasibleNodesToFind } from '../../../sim/scheduler/framework/sampling.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: { readonly nodes: number; readonly percentageOfNodesToScore: number }
  readonly expected: number
}

export default function run({ input, expected }: Case): Verdict {
  return compare(numFeasibleNodesToFind(input.nodes, input.percentageOfNodesToScore), expected)
}
