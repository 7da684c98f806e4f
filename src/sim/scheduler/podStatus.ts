/** What the scheduler writes into a pod's status (pkg/scheduler/schedule_one.go and the pods/binding registry, v1.36). */
import type { Pod, PodCondition, Time } from '../api/types/index.ts'
import { deepFreeze } from '../core/frozen.ts'
import { WeakTable } from '../core/weakTable.ts'

/** With a node: PodScheduled is True, and the promise of preemption is kept. Frozen. */
export function boundStatus({ metadata, status }: Pod, now: Time): Pod['status'] {
  const known = bound.get(status)
  if (known?.now === now && known.generation === metadata.generation) return known.status
  const { nominatedNodeName: _, ...rest } = status
  const isNew = status.conditions === undefined || status.conditions.length === 0
  const conditions = isNew
    ? scheduledOnly(now, metadata.generation)
    : withCondition({ metadata, status }, now, scheduled)
  const next = deepFreeze({ ...rest, conditions })
  bound.set(status, { now, generation: metadata.generation, status: next })
  return next
}

const scheduled = { type: 'PodScheduled', status: 'True' } as const

/** Of pods without any condition so far: one list for all that are bound in the same second. */
function scheduledOnly(now: Time, generation: number | undefined): readonly PodCondition[] {
  if (lastScheduled.now !== now || lastScheduled.generation !== generation) {
    const pod = { metadata: { generation }, status: {} } as Pod
    lastScheduled = { now, generation, conditions: deepFreeze(withCondition(pod, now, scheduled)) }
  }
  return lastScheduled.conditions
}

let lastScheduled: Pick<Bound, 'now' | 'generation'> & { readonly conditions: readonly PodCondition[] } = {
  now: '',
  generation: undefined,
  conditions: [],
}

interface Bound {
  readonly now: Time
  readonly generation: number | undefined
  readonly status: Pod['status']
}

/** New pods of one template share their status; those that are bound in the same second share the next one. Only a cache. */
const bound = new WeakTable<Pod['status'], Bound>()

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
