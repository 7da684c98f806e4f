/**
 * How many pods a budget is about, kept up with every change of one of them: they may be ten thousand, and the budget is
 * asked whenever one changes. Derived from what the controller has seen, and counted anew by a process that starts, in a
 * world that went back, and for a budget that says something else.
 */
import { controllerOf } from '../../api/kinds/owners.ts'
import { isPodReady } from '../../api/podReadiness.ts'
import type { Pod, PodDisruptionBudget, PodDisruptionBudgetSpec } from '../../api/types/index.ts'
import type { HandlerContext } from '../../client/controller.ts'
import { selectedPods } from './pods.ts'
import type { Memory } from './watches.ts'

export interface PodCount {
  readonly spec: PodDisruptionBudgetSpec
  pods: number
  healthy: number
  /** Pods that nobody controls. */
  unmanaged: number
  /** By the controllers' uids: how many they control, and one that names it. */
  readonly controlled: Map<string, { pods: number; readonly one: Pod }>
}

/** By the budgets' keys. A controller's memory is another one when its process or its world is. */
const counts = new WeakMap<Memory, Map<string, PodCount>>()

export function countOf(
  context: Pick<HandlerContext<Memory>, 'lister' | 'memory'>,
  key: string,
  budget: PodDisruptionBudget,
): PodCount {
  const known = counts.get(context.memory) ?? new Map<string, PodCount>()
  counts.set(context.memory, known)
  const count = known.get(key)
  if (count?.spec === budget.spec) return count
  const fresh = { spec: budget.spec, pods: 0, healthy: 0, unmanaged: 0, controlled: new Map() }
  for (const pod of selectedPods(context, budget)) add(fresh, pod, 1)
  known.set(key, fresh)
  return fresh
}

/** A pod of the budget has changed, come (no `before`) or gone (no `after`). */
export function follow(
  memory: Memory,
  key: string,
  { spec }: PodDisruptionBudget,
  before: Pod | undefined,
  after: Pod | undefined,
): void {
  const count = counts.get(memory)?.get(key)
  if (count?.spec !== spec) return forgetCount(memory, key)
  if (before !== undefined) add(count, before, -1)
  if (after !== undefined) add(count, after, 1)
}

export function forgetCount(memory: Memory, key: string): void {
  counts.get(memory)?.delete(key)
}

/** Ready, and not on its way out. */
export function isHealthy(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp === undefined && isPodReady(pod)
}

function add(count: PodCount, pod: Pod, times: 1 | -1): void {
  count.pods += times
  if (isHealthy(pod)) count.healthy += times
  const owner = controllerOf(pod)
  if (owner === undefined) {
    count.unmanaged += times
    return
  }
  const controlled = count.controlled.get(owner.uid)
  if (controlled === undefined) count.controlled.set(owner.uid, { pods: times, one: pod })
  else controlled.pods += times
  if (controlled?.pods === 0) count.controlled.delete(owner.uid)
}
