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
  for (const group of snapshot.affinityGroups()) {
    for (const term of termsOf(group.example).antiAffinity) {
      if (termMatches(term, pod, snapshot.namespaceLabels)) counts.addGroup(term.topologyKey, group)
    }
  }
  return counts
}

/** Pods in place that every affinity term means. */
function countCompany({ snapshot }: Cycle, terms: readonly Term[]): TopologyCounts {
  const counts = new TopologyCounts()
  for (const group of terms.length === 0 ? [] : snapshot.podGroups()) {
    if (!matchesAll(terms, group.example, snapshot.namespaceLabels)) continue
    for (const { topologyKey } of terms) counts.addGroup(topologyKey, group)
  }
  return counts
}

/** Pods in place that some anti-affinity term means. */
function countFoes({ snapshot }: Cycle, terms: readonly Term[]): TopologyCounts {
  const counts = new TopologyCounts()
  for (const group of terms.length === 0 ? [] : snapshot.podGroups()) {
    for (const term of terms) {
      if (termMatches(term, group.example, snapshot.namespaceLabels)) counts.addGroup(term.topologyKey, group)
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
