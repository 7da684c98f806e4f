/**
 * What a pod that fits nowhere may do about it
 * (pkg/scheduler/framework/{preemption,plugins/defaultpreemption}, v1.36).
 */
import type { Pod } from '../../api/types/index.ts'
import { fitErrorText } from '../framework/fitError.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import type { Cycle } from '../framework/plugin.ts'
import type { Filtering } from '../framework/runFilters.ts'
import { type Status, unresolvable } from '../framework/status.ts'
import { type Candidate, pickOneNode } from './pickOneNode.ts'
import { type Budget, priorityOf, selectVictims } from './victims.ts'

export interface Preemption {
  /** Why nothing was preempted; empty where something was. */
  readonly text: string
  readonly candidate: Candidate | undefined
}

const notHelpful = unresolvable('Preemption is not helpful for scheduling')

/** `offset`: where among the nodes the search for candidates begins. */
export function preempt(
  cycle: Cycle,
  filtering: Filtering,
  budgets: readonly Budget[],
  offset: number,
): Preemption {
  const objection = notEligible(cycle, filtering)
  if (objection !== undefined) return { text: objection, candidate: undefined }
  const { candidates, statuses } = findCandidates(cycle, filtering, budgets, offset)
  const candidate = pickOneNode(candidates)
  if (candidate !== undefined) return { text: '', candidate }
  const { length } = cycle.snapshot.nodes
  const rest = new Array<Status>(length - statuses.length).fill(notHelpful)
  return { text: fitErrorText([...statuses, ...rest], length), candidate: undefined }
}

/** Why the pod must not preempt at all; undefined where it may. */
export function notEligible({ pod, snapshot }: Cycle, { refusals }: Filtering): string | undefined {
  if (pod.spec.preemptionPolicy === 'Never') return 'not eligible due to preemptionPolicy=Never.'
  const promised = pod.status.nominatedNodeName
  if (promised === undefined) return undefined
  if (refusals.get(promised)?.status.code === 'UnschedulableAndUnresolvable') return undefined
  const node = snapshot.nodes.find(({ name }) => name === promised)
  const waits = (node?.pods ?? []).some(
    (other) => priorityOf(other) < priorityOf(pod) && isLeavingForAnother(other),
  )
  return waits ? 'not eligible due to a terminating pod on the nominated node.' : undefined
}

function isLeavingForAnother({ metadata, status }: Pod): boolean {
  if (metadata.deletionTimestamp === undefined) return false
  const { conditions = [] } = status
  return conditions.some(
    ({ type, reason }) => type === 'DisruptionTarget' && reason === 'PreemptionByScheduler',
  )
}

/** How many candidates are enough to choose from. */
export interface CandidateLimits {
  readonly percentage: number
  readonly absolute: number
}

const defaultLimits: CandidateLimits = { percentage: 10, absolute: 100 }

/** Enough nodes with victims, one of them without breaking a budget; and what the others answered. */
export function findCandidates(
  cycle: Cycle,
  { refusals }: Filtering,
  budgets: readonly Budget[],
  offset: number,
  limits: CandidateLimits = defaultLimits,
): { candidates: readonly Candidate[]; statuses: readonly Status[] } {
  const potential = cycle.snapshot.nodes.filter(
    ({ name }) => refusals.get(name)?.status.code === 'Unschedulable',
  )
  const enough = Math.max(limits.absolute, Math.floor((potential.length * limits.percentage) / 100))
  const candidates: Candidate[] = []
  const statuses: Status[] = []
  let harmless = 0
  for (let i = 0; i < potential.length && (candidates.length < enough || harmless === 0); i++) {
    const node = potential[(offset + i) % potential.length] as NodeInfo
    const victims = selectVictims(cycle, node, budgets)
    if ('code' in victims) statuses.push(victims)
    else {
      candidates.push({ ...victims, node: node.name })
      if (victims.violations === 0) harmless++
    }
  }
  return { candidates, statuses }
}
