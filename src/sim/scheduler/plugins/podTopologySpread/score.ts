/** ScheduleAnyway: emptier domains are better (podtopologyspread/scoring.go, v1.36). */
import type { NodeInfo } from '../../framework/nodeInfo.ts'
import { hostnameLabel } from '../../framework/nodeTree.ts'
import type { Cycle, NormalizeScore, PreScore } from '../../framework/plugin.ts'
import { domainScore, domainWeight, normalizeSpread, roundHalfUp } from './arithmetic.ts'
import {
  type Constraint,
  countMatching,
  hasAllKeys,
  isIncluded,
  ownConstraints,
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
  const weighed = soft.constraints.map((constraint) => {
    const counts = countInDomainsOf(candidates, cycle, soft, constraint)
    const domains = constraint.topologyKey === hostnameLabel ? candidates.length : counts.size
    return { constraint, counts, weight: domainWeight(domains) }
  })
  const namespace = cycle.pod.metadata.namespace ?? ''
  return (node) => {
    if (isIgnored(soft, node)) return 0
    let score = 0
    for (const { constraint, counts, weight } of weighed) {
      const { topologyKey, selector, maxSkew } = constraint
      const domain = node.node.metadata.labels?.[topologyKey]
      if (domain === undefined) continue
      const onNode = topologyKey === hostnameLabel
      const count = onNode
        ? countMatching(node.pods.values(), selector, namespace)
        : (counts.get(domain) as number)
      score += domainScore(count, maxSkew, weight)
    }
    return roundHalfUp(score)
  }
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

/** Only domains of candidates count, but in them the pods of every node. Hosts are counted one by one, later. */
function countInDomainsOf(
  candidates: readonly NodeInfo[],
  { pod, snapshot }: Cycle,
  soft: Soft,
  constraint: Constraint,
): Map<string, number> {
  const counts = new Map<string, number>()
  if (constraint.topologyKey === hostnameLabel) return counts
  for (const { node } of candidates) counts.set(node.metadata.labels?.[constraint.topologyKey] ?? '', 0)
  for (const nodeInfo of snapshot.nodes) {
    const domain = nodeInfo.node.metadata.labels?.[constraint.topologyKey] ?? ''
    const before = counts.get(domain)
    if (before === undefined || isIgnored(soft, nodeInfo) || !isIncluded(constraint, pod, nodeInfo.node))
      continue
    const here = countMatching(nodeInfo.pods.values(), constraint.selector, pod.metadata.namespace ?? '')
    counts.set(domain, before + here)
  }
  return counts
}
