/**
 * The eviction API (pkg/registry/core/pod/storage/eviction.go, v1.36): a pod's disruption budget is asked, and one
 * disruption taken from it; then the pod is marked as disrupted and deleted.
 */
import { Pods } from '../api/kinds/pod/index.ts'
import { withDisruptionCondition } from '../api/kinds/podDisruptionBudget/condition.ts'
import { PodDisruptionBudgets } from '../api/kinds/podDisruptionBudget/index.ts'
import { coversPod } from '../api/kinds/podDisruptionBudget/selection.ts'
import { isPodReady, isPodTerminal } from '../api/podReadiness.ts'
import { StatusError } from '../api/status.ts'
import type { Pod, PodDisruptionBudget, PodStatus } from '../api/types/index.ts'
import { type Tick, timeText } from '../core/clock.ts'
import type { Caller, DeleteOptions } from './caller.ts'
import type { ApiServer } from './server.ts'

const violated = "Cannot evict pod as it would violate the pod's disruption budget."
const severalBudgets =
  'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.'

/** Refuses with 429 while the budget has nothing left. */
export function evict(server: ApiServer, caller: Caller, pod: Pod, options: DeleteOptions): void {
  const { namespace = '', name, deletionTimestamp } = pod.metadata
  const stored = server.require(Pods, namespace, name)
  if (!mayIgnoreBudget(stored)) askBudget(server, caller, stored)
  if (deletionTimestamp === undefined) {
    const now = timeText(server.state.tick)
    server.patchStatus(caller, Pods, pod, (one) => withDisruption(one.status, now))
  }
  server.delete(caller, Pods, namespace, name, options)
}

/** It does no harm that has not been done already. */
function mayIgnoreBudget(pod: Pod): boolean {
  if (pod.metadata.deletionTimestamp !== undefined || pod.status.phase === 'Pending') return true
  return isPodTerminal(pod)
}

function askBudget(server: ApiServer, caller: Caller, pod: Pod): void {
  const budgets = server
    .byIndex(PodDisruptionBudgets, 'namespace', pod.metadata.namespace ?? '')
    .filter((budget) => coversPod(budget, pod))
  if (budgets.length > 1) throw new StatusError('InternalError', severalBudgets)
  const [budget] = budgets
  if (budget === undefined || isNoLoss(budget, pod)) return
  takeOne(server, caller, budget, pod.metadata.name)
}

/** A pod that is not ready counts for nothing: it may go while the others suffice, or whenever its budget says so. */
function isNoLoss({ spec, status }: PodDisruptionBudget, pod: Pod): boolean {
  if (isPodReady(pod)) return false
  if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true
  return status.currentHealthy >= status.desiredHealthy && status.desiredHealthy > 0
}

function takeOne(server: ApiServer, caller: Caller, budget: PodDisruptionBudget, pod: string): void {
  const { metadata, status } = budget
  const { name, generation = 0 } = metadata
  if ((status.observedGeneration ?? 0) < generation)
    throw tooMany(`The disruption budget ${name} is still being processed by the server.`, 10)
  if (status.disruptionsAllowed === 0) {
    const { desiredHealthy, currentHealthy } = status
    throw tooMany(
      `The disruption budget ${name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`,
    )
  }
  server.patchStatus(caller, PodDisruptionBudgets, budget, (stored) =>
    withOneTaken(stored.status, pod, server.state.tick),
  )
}

function withOneTaken(
  status: PodDisruptionBudget['status'],
  pod: string,
  now: Tick,
): PodDisruptionBudget['status'] {
  const disruptionsAllowed = status.disruptionsAllowed - 1
  const disruptedPods = { ...status.disruptedPods, [pod]: timeText(now) }
  const next = { ...status, disruptionsAllowed, disruptedPods }
  return disruptionsAllowed === 0 ? withDisruptionCondition(next, now) : next
}

function tooMany(cause: string, retryAfterSeconds?: number): StatusError {
  const causes = [{ reason: 'DisruptionBudget', field: '', message: cause } as const]
  return new StatusError('TooManyRequests', violated, {
    causes,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

function withDisruption(status: PodStatus, now: string): PodStatus {
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    lastTransitionTime: now,
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
  } as const
  const others = (status.conditions ?? []).filter((one) => one.type !== condition.type)
  return { ...status, conditions: [...others, condition] }
}
