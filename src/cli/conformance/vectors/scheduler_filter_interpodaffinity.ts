import { pluginNamed } from '../../../sim/scheduler/framework/registry.ts'
import type { Status } from '../../../sim/scheduler/framework/status.ts'
import { compare } from '../difference.ts'
import { type ClusterShape, cycleOf, filterBy } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: ClusterShape
  readonly expected: { readonly perNode: readonly Status[] }
}

/** The vectors say this for every text about the grammar of label values. */
const grammar = 'invalid label value'

export default function run({ input, expected }: Case): Verdict {
  const shortened = (reason: string) => (reason.includes('a valid label must') ? grammar : reason)
  const actual = filterBy(pluginNamed('InterPodAffinity'), cycleOf(input))
  return compare(
    actual.map(({ code, reasons }) => ({ code, reasons: reasons.map(shortened) })),
    expected.perNode.map(({ code, reasons }) => ({ code, reasons })),
  )
}
