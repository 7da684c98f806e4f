/** How a pod looks, from what the API says of it and of its node. */
import { podCondition } from '../../sim/api/podReadiness.ts'
import type { ContainerStatus, Node, Pod } from '../../sim/api/types/index.ts'
import { tickOfTime } from '../../sim/core/clock.ts'
import type { Look } from './format.ts'

/** Waiting for these is the ordinary way to begin; any other reason to wait is an error. */
const ordinaryWaits: ReadonlySet<string | undefined> = new Set([
  undefined,
  '',
  'ContainerCreating',
  'PodInitializing',
])

/** `node`: the one it is bound to, where there is such a node. */
export function lookOf(pod: Pod, node: Node | undefined): Look {
  const { metadata, spec, status } = pod
  if (metadata.deletionTimestamp !== undefined) return 'terminating'
  if (status.phase === 'Succeeded') return 'succeeded'
  if (status.phase === 'Failed') return 'failed'
  if (!spec.nodeName) return 'unbound'
  if (node === undefined || readinessOf(node) === 'Unknown') return 'unknown'
  if (podCondition(pod, 'Ready')?.status === 'True') return 'ready'
  return hasTrouble(pod) ? 'failed' : 'starting'
}

export function readinessOf(node: Node): 'True' | 'False' | 'Unknown' {
  const ready = node.status.conditions?.find((condition) => condition.type === 'Ready')
  return ready?.status ?? 'Unknown'
}

/** Restarts of all containers together. */
export function restartsOf({ status }: Pod): number {
  return statusesOf(status).reduce((sum, { restartCount }) => sum + restartCount, 0)
}

/** It can't start, has just died, or was ready once and isn't any more. */
function hasTrouble(pod: Pod): boolean {
  const statuses = statusesOf(pod.status)
  return statuses.some(isStuck) || hasLostReadiness(pod, statuses)
}

function isStuck({ state }: ContainerStatus): boolean {
  if (state?.waiting !== undefined) return !ordinaryWaits.has(state.waiting.reason)
  return state?.terminated !== undefined && state.terminated.exitCode !== 0
}

/** A pod is not Ready from before its containers run. One that became so while they run had been ready. */
function hasLostReadiness(pod: Pod, statuses: readonly ContainerStatus[]): boolean {
  const since = podCondition(pod, 'Ready')?.lastTransitionTime
  const starts = statuses.flatMap(({ state }) => state?.running?.startedAt ?? [])
  if (!since || starts.length === 0) return false
  return starts.every((start) => tickOfTime(start) < tickOfTime(since))
}

function statusesOf(status: Pod['status']): readonly ContainerStatus[] {
  const { initContainerStatuses = none, containerStatuses = none } = status
  return initContainerStatuses.length === 0
    ? containerStatuses
    : [...initContainerStatuses, ...containerStatuses]
}

const none: readonly ContainerStatus[] = []
