import { pluginNamed } from '../../../sim/scheduler/framework/registry.ts'
import { compareFields } from '../difference.ts'
import { type ClusterShape, scoreBy } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: ClusterShape
  readonly expected: { readonly scores: Readonly<Record<string, number>> }
}

export default function run({ input, expected }: Case): Verdict {
  return compareFields(scoreBy(pluginNamed('PodTopologySpread'), input), expected.scores)
}
