import { pluginNamed } from '../../../sim/scheduler/framework/registry.ts'
import { compare } from '../difference.ts'
import { type ClusterShape, cycleOf, filterBy } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: ClusterShape
  readonly expected: { readonly codes: Readonly<Record<string, string>> }
}

export default function run({ input, expected }: Case): Verdict {
  const cycle = cycleOf(input)
  const statuses = filterBy(pluginNamed('PodTopologySpread'), cycle)
  const codes = cycle.snapshot.nodes.map(({ name }, i) => [name, statuses[i]?.code])
  return compare(Object.fromEntries(codes), expected.codes)
}
