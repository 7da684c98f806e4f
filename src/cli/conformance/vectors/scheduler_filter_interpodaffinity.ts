import { pluginNamed } from '../../../sim/scheduler/framework/registry.ts'
import type { Status } from '../../../sim/scheduler/framework/status.ts'
import { compare } from '../difference.ts'
import { type ClusterShape, cycleOf, filterBy } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: ClusterShape
  readonly expected: { readonly perNode: readonly Status[] }
}

export default function run({ input, expected }: Case): Verdict {
  const actual = filterBy(pluginNamed('InterPodAffinity'), cycleOf(input))
  return compare(
    actual,
    expected.perNode.map(({ code, reasons }) => ({ code, reasons })),
  )
}
