/** The node whose victims are missed least (pkg/scheduler/framework/preemption/preemption.go, v1.36). */
import { byImportance, priorityOf, startTime, type Victims } from './victims.ts'

export interface Candidate extends Victims {
  readonly node: string
}

/** Each rule keeps the nodes with the smallest value; the next decides among those. */
const rules: readonly ((candidate: Candidate) => number)[] = [
  ({ violations }) => violations,
  ({ pods }) => highestPriority(pods),
  ({ pods }) => pods.reduce((sum, pod) => sum + priorityOf(pod) + 2_147_483_648, 0),
  ({ pods }) => pods.length,
  ({ pods }) => -earliestStart(pods),
]

/** Of equals, the first. */
export function pickOneNode(candidates: readonly Candidate[]): Candidate | undefined {
  return bestNodes(candidates)[0]
}

/** The candidates that no rule tells apart. */
export function bestNodes(candidates: readonly Candidate[]): readonly Candidate[] {
  let left = candidates
  for (const rule of rules) {
    if (left.length <= 1) break
    const values = left.map(rule)
    const least = Math.min(...values)
    left = left.filter((_, i) => values[i] === least)
  }
  return left
}

function highestPriority(pods: Victims['pods']): number {
  return Math.max(...pods.map(priorityOf))
}

/** Of the victims with the highest priority, the one running longest. */
function earliestStart(pods: Victims['pods']): number {
  const [first] = [...pods].sort(byImportance)
  return first === undefined ? 0 : startTime(first)
}
