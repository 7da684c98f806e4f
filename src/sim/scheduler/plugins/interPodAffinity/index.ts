/**
 * Pods that want to be near others, or away from them
 * (pkg/scheduler/framework/plugins/interpodaffinity/{plugin,filtering,scoring}.go, v1.36).
 */
import type { Node, Pod } from '../../../api/types/index.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { planAffinityFilter } from './filter.ts'
import { normalizeAffinity, preScoreAffinity } from './score.ts'
import { type Term, termMatches, termsOf } from './terms.ts'

/** `hardWeight`: hardPodAffinityWeight of the profile, 1 by default. */
export function interPodAffinity(hardWeight = 1): Plugin {
  return {
    name: 'InterPodAffinity',
    order: 90,
    weight: 2,
    preFilter: planAffinityFilter,
    preScore: preScoreAffinity(hardWeight),
    normalize: normalizeAffinity,
    hints: {
      nodeAdded: isInADomain,
      nodeLabelsChanged: isInADomain,
      podAssigned: (pod, other) => means(termsOf(pod).affinity, other),
      podLabelsChanged: (pod, other) => means(termsOf(pod).affinity, other) || isRid(pod, other),
      podDeleted: isRid,
    },
  }
}

export const plugin = interPodAffinity()

function isInADomain(pod: Pod, node: Node): boolean {
  const { affinity, antiAffinity } = termsOf(pod)
  const labels = node.metadata.labels ?? {}
  const near = affinity.every(({ topologyKey }) => labels[topologyKey] !== undefined)
  return near || antiAffinity.some(({ topologyKey }) => labels[topologyKey] !== undefined)
}

/** The other pod stood in the way of this one, by the anti-affinity of either. */
function isRid(pod: Pod, other: Pod): boolean {
  return means(termsOf(pod).antiAffinity, other) || means(termsOf(other).antiAffinity, pod)
}

function means(terms: readonly Term[], other: Pod): boolean {
  return terms.some((term) => {
    const anyNamespace = term.namespaceSelector !== undefined
    const widened = anyNamespace ? { ...term, namespaces: [other.metadata.namespace ?? ''] } : term
    return termMatches(widened, other, () => ({}))
  })
}
