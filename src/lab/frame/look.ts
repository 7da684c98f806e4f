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

export type NodeReadiness = 'True' | 'False' | 'Unknown'

/** `readiness`: of the node it is bound to, where there is such a node. */
export function lookOf(pod: Pod, readiness: NodeReadiness | undefined): Look {
  const { metadata, spec, status } = pod
  if (metadata.deletionTimestamp !== undefined) return 'terminating'
  if (status.phase === 'Succeeded') return 'succeeded'
  if (status.phase === 'Failed') return 'failed'
  if (!spec.nodeName) return 'unbound'
  if (readiness === undefined || readiness === 'Unknown') return 'unknown'
  if (podCondition(pod, 'Ready')?.status === 'True') return 'ready'
  return hasTrouble(pod) ? 'failed' : 'starting'
}

export function readinessOf(node: Node): NodeReadiness {
  const ready = node.status.conditions?.find((condition) => condition.type === 'Ready')
  return ready?.status ?? 'Unknown'
}

/** Restarts of all containers together. */
export function restartsOf({ status }: Pod): number {
  return restartsIn(status.initContainerStatuses) + restartsIn(status.containerStatuses)
}

type Statuses = readonly ContainerStatus[] | undefined

// Indexed loops, which make no objects: every write to every pod is looked at.

function restartsIn(statuses: Statuses): number {
  let restarts = 0
  if (statuses !== undefined)
    for (let i = 0; i < statuses.length; i++) restarts += (statuses[i] as ContainerStatus).restartCount
  return restarts
}

/** It can't start, has just died, or was ready once and isn't any more. */
function hasTrouble(pod: Pod): boolean {
  const { initContainerStatuses, containerStatuses } = pod.status
  return isAnyStuck(initContainerStatuses) || isAnyStuck(containerStatuses) || hasLostReadiness(pod)
}

function isAnyStuck(statuses: Statuses): boolean {
  if (statuses !== undefined)
    for (let i = 0; i < statuses.length; i++) if (isStuck(statuses[i] as ContainerStatus)) return true
  return false
}

function isStuck({ state }: ContainerStatus): boolean {
  if (state?.waiting !== undefined) return !ordinaryWaits.has(state.waiting.reason)
  return state?.terminated !== undefined && state.terminated.exitCode !== 0
}

/** A pod is not Ready from before its containers run. One that became so while they run had been ready. */
function hasLostReadiness(pod: Pod): boolean {
  const since = podCondition(pod, 'Ready')?.lastTransitionTime
  if (!since) return false
  const { initContainerStatuses, containerStatuses } = pod.status
  const last = Math.max(lastStart(initContainerStatuses), lastStart(containerStatuses))
  return last >= 0 && last < tickOfTime(since)
}

/** The tick at which the last of those that run began; -1: none runs. */
function lastStart(statuses: Statuses): number {
  let last = -1
  if (statuses !== undefined)
    for (let i = 0; i < statuses.length; i++) {
      const startedAt = (statuses[i] as ContainerStatus).state?.running?.startedAt
      if (startedAt) last = Math.max(last, tickOfTime(startedAt))
    }
  return last
}
