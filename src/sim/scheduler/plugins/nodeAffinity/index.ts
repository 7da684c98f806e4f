/**
 * nodeSelector and node affinity (pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go, v1.36).
 */
import { matchesNodeSelector, matchesNodeSelectorTerm } from '../../../api/nodeSelector.ts'
import type { Affinity, Node, NodeSelectorTerm, Pod } from '../../../api/types/index.ts'
import { defaultNormalize } from '../../framework/normalize.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { nothingToFilter } from '../../framework/plugin.ts'
import { matchesRequiredNodeAffinity, requiredNodeSelector } from '../../framework/requiredNodeAffinity.ts'
import { type Status, success, unresolvable } from '../../framework/status.ts'

type NodeAffinity = NonNullable<Affinity['nodeAffinity']>

const refused = unresolvable("node(s) didn't match Pod's node affinity/selector")
const refusedByProfile = unresolvable("node(s) didn't match scheduler-enforced node affinity")

/** `added`: what a profile of the scheduler asks for besides (addedAffinity). The default profile asks for nothing. */
export function nodeAffinity(added: NodeAffinity = {}): Plugin {
  return {
    name: 'NodeAffinity',
    order: 40,
    weight: 2,
    preFilter({ pod }) {
      if (!hasRequirement(pod, added)) return nothingToFilter
      const filter = ({ node }: { readonly node: Node }) => check(pod, added, node)
      const onlyNodes = namedNodes(pod)
      return onlyNodes === undefined ? { filter } : { filter, onlyNodes }
    },
    preScore({ pod }) {
      const terms = [...preferredTerms(added), ...preferredTerms(pod.spec.affinity?.nodeAffinity)]
      return terms.length === 0 ? undefined : ({ node }) => sumOfMatches(terms, node)
    },
    normalize: (scores) => defaultNormalize(scores, false),
    hints: {
      nodeAdded: (pod, node) => matches(pod, added, node),
      nodeLabelsChanged: (pod, node, before) => matches(pod, added, node) && !matches(pod, added, before),
    },
  }
}

export const plugin = nodeAffinity()

function hasRequirement({ spec }: Pod, added: NodeAffinity): boolean {
  const asksForNodes = spec.nodeSelector !== undefined || spec.affinity?.nodeAffinity !== undefined
  return asksForNodes || added.requiredDuringSchedulingIgnoredDuringExecution !== undefined
}

function check(pod: Pod, added: NodeAffinity, node: Node): Status {
  const enforced = added.requiredDuringSchedulingIgnoredDuringExecution
  if (enforced !== undefined && !matchesNodeSelector(enforced, node)) return refusedByProfile
  return matchesRequiredNodeAffinity(pod, node) ? success : refused
}

function matches(pod: Pod, added: NodeAffinity, node: Node): boolean {
  return check(pod, added, node) === success
}

type Preferred = NonNullable<NodeAffinity['preferredDuringSchedulingIgnoredDuringExecution']>

function preferredTerms(affinity: NodeAffinity | undefined): Preferred {
  return affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
}

function sumOfMatches(terms: Preferred, node: Node): number {
  let sum = 0
  for (const { weight, preference } of terms) if (matchesNodeSelectorTerm(preference, node)) sum += weight
  return sum
}

/** Where every term fixes metadata.name, only those nodes need be looked at (pods of a DaemonSet do so). */
function namedNodes(pod: Pod): ReadonlySet<string> | undefined {
  const terms = requiredNodeSelector(pod)?.nodeSelectorTerms ?? []
  if (terms.length === 0) return undefined
  const names = new Set<string>()
  for (const term of terms) {
    const named = namesInTerm(term)
    if (named === undefined) return undefined
    for (const name of named) names.add(name)
  }
  return names
}

function namesInTerm(term: NodeSelectorTerm): readonly string[] | undefined {
  const fields = (term.matchFields ?? []).filter(
    (one) => one.key === 'metadata.name' && one.operator === 'In',
  )
  if (fields.length === 0) return undefined
  const [first, ...rest] = fields.map((one) => one.values ?? [])
  return (first ?? []).filter((name) => rest.every((values) => values.includes(name)))
}
