/** Taints that follow from a node's conditions (pkg/controller/nodelifecycle, Kubernetes v1.36). */
import { isSameTaint } from '../../api/toleration.ts'
import type { ConditionStatus, Node, NodeCondition, Taint } from '../../api/types/index.ts'

export const notReadyTaint = 'node.kubernetes.io/not-ready'
export const unreachableTaint = 'node.kubernetes.io/unreachable'
export const unschedulableTaint = 'node.kubernetes.io/unschedulable'

/** Condition type → status → the taint it calls for. */
const taintKeys: ReadonlyMap<string, Partial<Record<ConditionStatus, string>>> = new Map([
  ['Ready', { False: notReadyTaint, Unknown: unreachableTaint }],
  ['MemoryPressure', { True: 'node.kubernetes.io/memory-pressure' }],
  ['DiskPressure', { True: 'node.kubernetes.io/disk-pressure' }],
  ['NetworkUnavailable', { True: 'node.kubernetes.io/network-unavailable' }],
  ['PIDPressure', { True: 'node.kubernetes.io/pid-pressure' }],
])

const managedKeys: ReadonlySet<string> = new Set([
  unschedulableTaint,
  ...[...taintKeys.values()].flatMap((byStatus) => Object.values(byStatus)),
])

/** The NoSchedule taints a node should have, in the order of its conditions. */
export function conditionTaints(
  conditions: readonly Pick<NodeCondition, 'type' | 'status'>[] | undefined,
  isUnschedulable = false,
): readonly Taint[] {
  const keys = (conditions ?? []).flatMap(({ type, status }) => taintKeys.get(type)?.[status] ?? [])
  if (isUnschedulable) keys.push(unschedulableTaint)
  return keys.map((key) => ({ key, effect: 'NoSchedule' }))
}

export interface TaintChanges {
  readonly add: readonly Taint[]
  readonly remove: readonly Taint[]
}

/** How the node's NoSchedule taints have to change; taints of other keys are nobody's business here. */
export function conditionTaintChanges(node: Node): TaintChanges {
  const wanted = conditionTaints(node.status.conditions, node.spec.unschedulable)
  const present = (node.spec.taints ?? []).filter(
    (taint) => taint.effect === 'NoSchedule' && managedKeys.has(taint.key),
  )
  return {
    add: wanted.filter((taint) => !present.some((one) => isSameTaint(one, taint))),
    remove: present.filter((taint) => !wanted.some((one) => isSameTaint(one, taint))),
  }
}

/** The taint that evicts pods of a node that isn't ready; undefined for one that is. */
export function evictionTaint(ready: ConditionStatus): Taint | undefined {
  const key = taintKeys.get('Ready')?.[ready]
  return key === undefined ? undefined : { key, effect: 'NoExecute' }
}

/** The other one of the two eviction taints: a node never has both. */
export function oppositeEvictionTaint(taint: Taint): Taint {
  return { key: taint.key === notReadyTaint ? unreachableTaint : notReadyTaint, effect: 'NoExecute' }
}

/** The node's taints after the changes. New ones get the time they were added at and stand last. */
export function changedTaints(
  taints: readonly Taint[] | undefined,
  changes: TaintChanges,
  now: string,
): readonly Taint[] {
  const kept = (taints ?? []).filter(
    (taint) => ![...changes.remove, ...changes.add].some((one) => isSameTaint(one, taint)),
  )
  return [...kept, ...changes.add.map((taint) => ({ ...taint, timeAdded: now }))]
}
