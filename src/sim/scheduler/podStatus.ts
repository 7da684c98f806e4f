/** What the scheduler writes into a pod's status (pkg/scheduler/schedule_one.go and the pods/binding registry, v1.36). */
import type { Pod, PodCondition, Time } from '../api/types/index.ts'

/** With a node: PodScheduled is True, and the promise of preemption is kept. */
export function boundStatus({ metadata, status }: Pod, now: Time): Pod['status'] {
  const { nominatedNodeName: _, ...rest } = status
  return {
    ...rest,
    conditions: withCondition({ metadata, status }, now, { type: 'PodScheduled', status: 'True' }),
  }
}

/** Without: PodScheduled is False, and says why. The same status where nothing is new. */
export function refusedStatus(
  pod: Pod,
  now: Time,
  message: string,
  promised: string | undefined,
): Pod['status'] {
  const { status } = pod
  const next = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message } as const
  const known = conditionOf(pod, next.type)
  const same = known?.status === 'False' && known.reason === next.reason && known.message === message
  const nominatedNodeName = promised ?? status.nominatedNodeName
  if (same && nominatedNodeName === status.nominatedNodeName) return status
  const conditions = same ? (status.conditions ?? []) : withCondition(pod, now, next)
  return { ...status, conditions, ...(nominatedNodeName === undefined ? {} : { nominatedNodeName }) }
}

/** A victim of preemption is told before it is deleted. */
export function victimStatus(pod: Pod, now: Time): Pod['status'] {
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'PreemptionByScheduler',
    message: 'default-scheduler: preempting to accommodate a higher priority pod',
  } as const
  return { ...pod.status, conditions: withCondition(pod, now, condition) }
}

/** In its old place, or last. The time moves only with the status. */
function withCondition(
  pod: Pick<Pod, 'metadata' | 'status'>,
  now: Time,
  next: Pick<PodCondition, 'type' | 'status' | 'reason' | 'message'>,
): readonly PodCondition[] {
  const { conditions = [] } = pod.status
  const known = conditionOf(pod, next.type)
  const lastTransitionTime = known?.status === next.status ? (known.lastTransitionTime ?? now) : now
  const { generation } = pod.metadata
  const observed = generation === undefined ? {} : { observedGeneration: generation }
  const { type, status, ...why } = next
  const condition: PodCondition = {
    type,
    ...observed,
    status,
    lastProbeTime: null,
    lastTransitionTime,
    ...why,
  }
  return known === undefined
    ? [...conditions, condition]
    : conditions.map((one) => (one === known ? condition : one))
}

function conditionOf({ status }: Pick<Pod, 'status'>, type: string): PodCondition | undefined {
  return status.conditions?.find((condition) => condition.type === type)
}
