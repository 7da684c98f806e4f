import { hasNodeLabels, matchesNodeSelector } from '../../../../sim/api/nodeSelector.ts'
import type { Labels, NodeSelectorTerm } from '../../../../sim/api/types/index.ts'
import { compare } from '../../difference.ts'
import type { Verdict } from '../../vectors.ts'

interface Case {
  readonly labels: Labels | null
  readonly nodeSelector: Labels | null
  readonly terms: readonly NodeSelectorTerm[] | null
  readonly matches: boolean
}

/** The plain selector and the required terms both have to hold; without terms only the first is asked. */
export default function run({ labels, nodeSelector, terms, matches }: Case): Verdict {
  const node = { metadata: { name: 'node', labels: labels ?? {} } }
  const hasLabels = hasNodeLabels(nodeSelector ?? undefined, node)
  const hasTerm = terms === null || matchesNodeSelector({ nodeSelectorTerms: terms }, node)
  return compare(hasLabels && hasTerm, matches)
}
