/** ScheduleAnyway: emptier domains are better (podtopologyspread/scoring.go, v1.36). */
import type { NodeInfo } from '../../framework/nodeInfo.ts'
import { hostnameLabel } from '../../framework/nodeTree.ts'
import type { Cycle, NormalizeScore, PreScore } from '../../framework/plugin.ts'
import type { PodCounter } from '../../framework/snapshot.ts'
import { domainScore, domainWeight, normalizeSpread, roundHalfUp } from './arithmetic.ts'
import {
  type Constraint,
  hasAllKeys,
  isIncluded,
  ownConstraints,
  siblingCounter,
  systemConstraints,
} from './constraints.ts'

interface Soft {
  readonly constraints: readonly Constraint[]
  /** Constraints of the pod's own ignore nodes that lack a key; the default ones do not. */
  readonly needsAllKeys: boolean
}

export const preScoreSpread: PreScore = (cycle, feasible) => {
  const soft = softConstraints(cycle)
  if (soft.constraints.length === 0) return undefined
  const candidates = feasible.filter((node) => !isIgnored(soft, node))
  const parts = soft.constraints.map((constraint) => partOf(constraint, cycle, soft, candidates))
  return (node) => {
    if (isIgnored(soft, node)) return 0
    let score = 0
    for (const { topologyKey, maxSkew, weight, countFor } of parts) {
      const domain = node.node.metadata.labels?.[topologyKey]
      if (domain !== undefined) score += domainScore(countFor(node, domain), maxSkew, weight)
    }
    return roundHalfUp(score)
  }
}

/** What one constraint adds to the raw score. Hosts are counted one by one; any other domain over all of its nodes. */
function partOf(constraint: Constraint, cycle: Cycle, soft: Soft, candidates: readonly NodeInfo[]) {
  const { topologyKey, maxSkew } = constraint
  const siblings = siblingCounter(cycle, constraint)
  if (topologyKey === hostnameLabel) {
    const weight = domainWeight(candidates.length)
    return { topologyKey, maxSkew, weight, countFor: siblings }
  }
  const counts = countInDomainsOf(candidates, cycle, soft, constraint, siblings)
  const countFor = (_: NodeInfo, domain: string) => counts.get(domain) as number
  return { topologyKey, maxSkew, weight: domainWeight(counts.size), countFor }
}

export const normalizeSpreadScores: NormalizeScore = (scores, feasible, cycle) => {
  const soft = softConstraints(cycle)
  normalizeSpread(
    scores,
    feasible.map((node) => isIgnored(soft, node)),
  )
}

function softConstraints({ pod, snapshot }: Cycle): Soft {
  if ((pod.spec.topologySpreadConstraints ?? []).length > 0) {
    return { constraints: ownConstraints(pod, 'ScheduleAnyway'), needsAllKeys: true }
  }
  const siblings = snapshot.siblings(pod)
  return { constraints: siblings === undefined ? [] : systemConstraints(siblings), needsAllKeys: false }
}

function isIgnored({ constraints, needsAllKeys }: Soft, { node }: NodeInfo): boolean {
  return needsAllKeys && !hasAllKeys(node.metadata.labels ?? {}, constraints)
}

/** Only domains of candidates count, but in them the pods of every node. */
function countInDomainsOf(
  candidates: readonly NodeInfo[],
  { pod, snapshot }: Cycle,
  soft: Soft,
  constraint: Constraint,
  siblings: PodCounter,
): Map<string, number> {
  const domainOf = ({ node }: NodeInfo) => node.metadata.labels?.[constraint.topologyKey] ?? ''
  const counts = new Map(candidates.map((node) => [domainOf(node), 0]))
  for (const node of snapshot.nodes) {
    const before = counts.get(domainOf(node))
    if (before === undefined || isIgnored(soft, node) || !isIncluded(constraint, pod, node.node)) continue
    counts.set(domainOf(node), before + siblings(node))
  }
  return counts
}
