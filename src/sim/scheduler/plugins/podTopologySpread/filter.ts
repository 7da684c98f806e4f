/** DoNotSchedule: no domain may get further ahead of the emptiest than maxSkew (podtopologyspread/filtering.go, v1.36). */
import type { Cycle, FilterPlan } from '../../framework/plugin.ts'
import { nothingToFilter } from '../../framework/plugin.ts'
import { success, unresolvable, unschedulable } from '../../framework/status.ts'
import {
  type Constraint,
  hasAllKeys,
  isIncluded,
  ownConstraints,
  selects,
  siblingCounter,
} from './constraints.ts'

const text = "node(s) didn't match pod topology spread constraints"
const lacksLabel = unresolvable(`${text} (missing required label)`)
const tooUneven = unschedulable(text)

export function planSpreadFilter(cycle: Cycle): FilterPlan {
  const constraints = ownConstraints(cycle.pod, 'DoNotSchedule')
  if (constraints.length === 0) return nothingToFilter
  const checks = constraints.map((constraint, i) => {
    const counts = countByDomain(cycle, constraints, i)
    return {
      constraint,
      counts,
      least: leastOf(counts, constraint.minDomains),
      self: selects(constraint.selector, cycle.pod) ? 1 : 0,
    }
  })
  return {
    filter({ node }) {
      for (const { constraint, counts, least, self } of checks) {
        const domain = node.metadata.labels?.[constraint.topologyKey]
        if (domain === undefined) return lacksLabel
        if ((counts.get(domain) ?? 0) + self - least > constraint.maxSkew) return tooUneven
      }
      return success
    },
  }
}

/** Domain → pods that count; domains of nodes without all the keys are left out. */
function countByDomain(cycle: Cycle, constraints: readonly Constraint[], i: number): Map<string, number> {
  const constraint = constraints[i] as Constraint
  const siblings = siblingCounter(cycle, constraint)
  const counts = new Map<string, number>()
  for (const nodeInfo of cycle.snapshot.nodes) {
    const { node } = nodeInfo
    const labels = node.metadata.labels ?? {}
    if (!hasAllKeys(labels, constraints) || !isIncluded(constraint, cycle.pod, node)) continue
    const domain = labels[constraint.topologyKey] as string
    counts.set(domain, (counts.get(domain) ?? 0) + siblings(nodeInfo))
  }
  return counts
}

/** The pods of the emptiest domain; zero while there are fewer domains than minDomains. */
function leastOf(counts: ReadonlyMap<string, number>, minDomains: number): number {
  if (counts.size < minDomains) return 0
  let least = Number.POSITIVE_INFINITY
  for (const count of counts.values()) if (count < least) least = count
  return least
}
