/** Required affinity and anti-affinity, the pod's own and that of pods in place (interpodaffinity/filtering.go, v1.36). */
import type { Pod } from '../../../api/types/index.ts'
import type { Cycle, FilterPlan } from '../../framework/plugin.ts'
import { nothingToFilter } from '../../framework/plugin.ts'
import { success, unresolvable, unschedulable } from '../../framework/status.ts'
import { type Term, termMatches, termProblem, termsOf } from './terms.ts'
import { TopologyCounts } from './topology.ts'

const lacksCompany = unresolvable("node(s) didn't match pod affinity rules")
const badCompany = unschedulable("node(s) didn't match pod anti-affinity rules")
const unwelcome = unschedulable("node(s) didn't satisfy existing pods anti-affinity rules")

export function planAffinityFilter(cycle: Cycle): FilterPlan {
  const { affinity, antiAffinity } = termsOf(cycle.pod)
  const objections = existingObjections(cycle)
  if (affinity.length + antiAffinity.length === 0 && objections.isEmpty) return nothingToFilter
  const problem = termProblem(cycle.pod)
  if (problem !== undefined) return { filter: () => unresolvable(problem) }
  const company = countCompany(cycle, affinity)
  const foes = countFoes(cycle, antiAffinity)
  const { namespaceLabels } = cycle.snapshot
  const firstOfItsKind = company.isEmpty && matchesAll(affinity, cycle.pod, namespaceLabels)
  return {
    filter({ node }) {
      const labels = node.metadata.labels ?? {}
      if (affinity.some(({ topologyKey }) => labels[topologyKey] === undefined)) return lacksCompany
      const hasCompany = affinity.every(({ topologyKey }) => company.get(topologyKey, labels) > 0)
      if (!hasCompany && !firstOfItsKind) return lacksCompany
      if (antiAffinity.some(({ topologyKey }) => foes.get(topologyKey, labels) > 0)) return badCompany
      return objections.some(labels) ? unwelcome : success
    },
  }
}

/** Domains of pods in place whose required anti-affinity means this pod. */
function existingObjections({ pod, snapshot }: Cycle): TopologyCounts {
  const counts = new TopologyCounts()
  for (const nodeInfo of snapshot.nodes) {
    if (nodeInfo.podsWithAffinity === 0) continue
    for (const existing of nodeInfo.pods.values()) {
      for (const term of termsOf(existing).antiAffinity) {
        if (!termMatches(term, pod, snapshot.namespaceLabels)) continue
        counts.add(term.topologyKey, nodeInfo.node.metadata.labels ?? {}, 1)
      }
    }
  }
  return counts
}

/** Pods in place that every affinity term means. */
function countCompany({ snapshot }: Cycle, terms: readonly Term[]): TopologyCounts {
  const counts = new TopologyCounts()
  if (terms.length === 0) return counts
  for (const { node, pods } of snapshot.nodes) {
    for (const existing of pods.values()) {
      if (!matchesAll(terms, existing, snapshot.namespaceLabels)) continue
      for (const { topologyKey } of terms) counts.add(topologyKey, node.metadata.labels ?? {}, 1)
    }
  }
  return counts
}

/** Pods in place that some anti-affinity term means. */
function countFoes({ snapshot }: Cycle, terms: readonly Term[]): TopologyCounts {
  const counts = new TopologyCounts()
  if (terms.length === 0) return counts
  for (const { node, pods } of snapshot.nodes) {
    for (const existing of pods.values()) {
      for (const term of terms) {
        if (!termMatches(term, existing, snapshot.namespaceLabels)) continue
        counts.add(term.topologyKey, node.metadata.labels ?? {}, 1)
      }
    }
  }
  return counts
}

function matchesAll(
  terms: readonly Term[],
  pod: Pod,
  namespaceLabels: Cycle['snapshot']['namespaceLabels'],
): boolean {
  return terms.length > 0 && terms.every((term) => termMatches(term, pod, namespaceLabels))
}
