/** Preferred affinity, both ways (interpodaffinity/scoring.go, v1.36). */
import type { Pod } from '../../../api/types/index.ts'
import { type Cycle, maxNodeScore, type NormalizeScore, type PreScore } from '../../framework/plugin.ts'
import type { PodGroup } from '../../framework/podGroup.ts'
import { type Term, termMatches, termsOf } from './terms.ts'
import { TopologyCounts } from './topology.ts'

/** `hardWeight`: what a required affinity term of a pod in place is worth to the pod it means. */
export function preScoreAffinity(hardWeight: number): PreScore {
  return (cycle) => {
    const own = termsOf(cycle.pod)
    const hasPreferences = own.preferredAffinity.length + own.preferredAntiAffinity.length > 0
    const { snapshot } = cycle
    const counts = new TopologyCounts()
    for (const group of hasPreferences ? snapshot.podGroups() : snapshot.affinityGroups()) {
      addBothWays(counts, cycle, group, hardWeight)
    }
    return counts.isEmpty ? undefined : ({ node }) => counts.sum(node.metadata.labels ?? {})
  }
}

/** Scores may be negative: the lowest becomes 0, the highest 100. */
export const normalizeAffinity: NormalizeScore = (scores) => {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) {
    least = Math.min(least, score)
    most = Math.max(most, score)
  }
  scaleBetween(scores, least, most)
}

/** In place; all 0 where there is no difference. */
export function scaleBetween(scores: number[], least: number, most: number): void {
  const range = most - least
  for (let i = 0; i < scores.length; i++) {
    scores[i] = range > 0 ? Math.floor(maxNodeScore * (((scores[i] as number) - least) / range)) : 0
  }
}

/** What the pod thinks of pods in place, and what they think of it. */
function addBothWays(
  counts: TopologyCounts,
  { pod, snapshot }: Cycle,
  group: PodGroup,
  hardWeight: number,
): void {
  const add = (term: Term, other: Pod, each: number) => {
    if (termMatches(term, other, snapshot.namespaceLabels)) counts.addGroup(term.topologyKey, group, each)
  }
  const mine = termsOf(pod)
  for (const term of mine.preferredAffinity) add(term, group.example, term.weight)
  for (const term of mine.preferredAntiAffinity) add(term, group.example, -term.weight)
  const theirs = termsOf(group.example)
  if (hardWeight > 0) for (const term of theirs.affinity) add(term, pod, hardWeight)
  for (const term of theirs.preferredAffinity) add(term, pod, term.weight)
  for (const term of theirs.preferredAntiAffinity) add(term, pod, -term.weight)
}
