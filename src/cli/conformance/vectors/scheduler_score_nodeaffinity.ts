import type { Affinity } from '../../../sim/api/types/index.ts'
import { nodeAffinity } from '../../../sim/scheduler/plugins/nodeAffinity/index.ts'
import { compareFields } from '../difference.ts'
import { type ClusterShape, scoreBy } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: ClusterShape & { readonly args?: { readonly AddedAffinity?: Affinity['nodeAffinity'] } }
  readonly expected: { readonly scores: Readonly<Record<string, number>> }
}

export default function run({ input, expected }: Case): Verdict {
  return compareFields(scoreBy(nodeAffinity(input.args?.AddedAffinity), input), expected.scores)
}
