/** Which pods of a node would have to go (pkg/scheduler/framework/plugins/defaultpreemption, v1.36). */
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import type { LabelSelector, Pod } from '../../api/types/index.ts'
import { parseTime } from '../../core/clock.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import type { Cycle } from '../framework/plugin.ts'
import { checkWithNominated, planFilters } from '../framework/runFilters.ts'
import { plainSnapshot, surroundingsOf } from '../framework/snapshot.ts'
import { type Status, unresolvable } from '../framework/status.ts'

/** What preemption needs of a PodDisruptionBudget. */
export interface Budget {
  readonly namespace: string
  readonly selector: LabelSelector | undefined
  readonly disruptionsAllowed: number
  /** Names of pods whose disruption is already counted. */
  readonly disruptedPods: readonly string[]
}

export interface Victims {
  /** The most important first. */
  readonly pods: readonly Pod[]
  readonly violations: number
}

const noVictims = unresolvable('No preemption victims found for incoming pod')

/** All less important pods leave in thought; then as many as possible are let back in, the most important first. */
export function selectVictims(cycle: Cycle, node: NodeInfo, budgets: readonly Budget[]): Victims | Status {
  const lower = node.pods.filter((pod) => priorityOf(pod) < priorityOf(cycle.pod))
  if (lower.length === 0) return noVictims
  const trial = node.clone()
  for (const pod of lower) trial.removePod(pod.metadata.uid)
  const refusal = tryOut(cycle, trial)
  if (refusal !== undefined) return refusal
  const { violating, others } = splitByBudget(lower.sort(byImportance), budgets)
  const evicted = (pods: readonly Pod[]) => pods.filter((pod) => !letBackIn(cycle, trial, pod))
  const violators = evicted(violating)
  const pods = [...violators, ...evicted(others)].sort(byImportance)
  return { pods, violations: violators.length }
}

export function priorityOf({ spec }: Pod): number {
  return spec.priority ?? 0
}

/** Higher priority, then the longer running; of pods equal in both, the later name, so that the order is total. */
export function byImportance(left: Pod, right: Pod): number {
  if (priorityOf(left) !== priorityOf(right)) return priorityOf(right) - priorityOf(left)
  const [l, r] = [startTime(left), startTime(right)]
  if (l !== r) return l < r ? -1 : 1
  return left.metadata.name > right.metadata.name ? -1 : 1
}

/** Unix seconds; a pod that has not started yet starts last. */
export function startTime({ status }: Pod): number {
  return status?.startTime === undefined ? Number.POSITIVE_INFINITY : parseTime(status.startTime)
}

function letBackIn(cycle: Cycle, trial: NodeInfo, pod: Pod): boolean {
  trial.addPod(pod)
  if (tryOut(cycle, trial) === undefined) return true
  trial.removePod(pod.metadata.uid)
  return false
}

/** Undefined: the pod would fit, were the node like this. */
function tryOut(cycle: Cycle, trial: NodeInfo): Status | undefined {
  const { snapshot } = cycle
  const nodes = snapshot.nodes.map((node) => (node.name === trial.name ? trial : node))
  const imagined: Cycle = {
    ...cycle,
    snapshot: plainSnapshot(nodes, surroundingsOf(snapshot), snapshot.images),
  }
  return checkWithNominated(imagined, trial, planFilters(imagined).check)?.status
}

function splitByBudget(pods: readonly Pod[], budgets: readonly Budget[]) {
  const left = budgets.map(({ disruptionsAllowed }) => disruptionsAllowed)
  const violating: Pod[] = []
  const others: Pod[] = []
  for (const pod of pods) {
    let violates = false
    budgets.forEach((budget, i) => {
      if (!protects(budget, pod)) return
      left[i] = (left[i] as number) - 1
      if ((left[i] as number) < 0) violates = true
    })
    if (violates) violating.push(pod)
    else others.push(pod)
  }
  return { violating, others }
}

function protects({ namespace, selector, disruptedPods }: Budget, pod: Pod): boolean {
  const { labels = {}, name } = pod.metadata
  if (Object.keys(labels).length === 0 || (pod.metadata.namespace ?? '') !== namespace) return false
  if (selector === undefined || isEmpty(selector) || disruptedPods.includes(name)) return false
  return matchesLabelSelector(selector, labels)
}

function isEmpty(selector: LabelSelector): boolean {
  return Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0
}
