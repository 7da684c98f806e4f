/** The status a kubelet writes: its own findings, and what others have put into the stored one. */
import type { ContainerStatus, Pod, PodCondition, PodStatus } from '../api/types/index.ts'
import type { ContainerRun, PodRun } from './run.ts'

export type Addresses = readonly { readonly ip: string }[]

/** Conditions of the kubelet's own; PodScheduled is the scheduler's, but stands last. */
const ownTypes = new Set(['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady'])

/** `host`: the node's addresses, one frozen list for all its pods. */
export function podStatus(run: PodRun, stored: Pod, host: Addresses): PodStatus {
  const { spec, containers, ip } = run
  const initCount = spec.initContainers?.length ?? 0
  const { qosClass } = stored.status
  return Object.freeze({
    observedGeneration: run.generation,
    phase: run.phase,
    conditions: mergedConditions(run.conditions, stored.status.conditions),
    ...(run.ending?.message === undefined ? {} : { message: run.ending.message }),
    ...(run.ending?.reason === undefined ? {} : { reason: run.ending.reason }),
    hostIP: host[0]?.ip ?? '',
    hostIPs: host,
    ...(showsAddress(run) ? { podIP: ip, podIPs: addressList(ip) } : {}),
    startTime: run.startTime,
    ...(initCount === 0 ? {} : { initContainerStatuses: statuses(containers, 0, initCount) }),
    containerStatuses: statuses(containers, initCount, containers.length),
    ...(qosClass === undefined ? {} : { qosClass }),
  })
}

/** The address is reported with the sandbox, and stays. */
function showsAddress({ conditions, phase }: PodRun): boolean {
  return phase !== 'Pending' || conditions[0]?.status === 'True'
}

function mergedConditions(
  own: readonly PodCondition[],
  stored: readonly PodCondition[] | undefined,
): readonly PodCondition[] {
  const merged: PodCondition[] = []
  let scheduled: PodCondition | undefined
  for (const condition of stored ?? []) {
    if (condition.type === 'PodScheduled') scheduled = condition
    else if (!ownTypes.has(condition.type)) merged.push(condition)
  }
  for (const condition of own) merged.push(condition)
  if (scheduled !== undefined) merged.push(scheduled)
  return Object.freeze(merged)
}

function statuses(containers: readonly ContainerRun[], from: number, to: number): readonly ContainerStatus[] {
  const list: ContainerStatus[] = []
  for (let i = from; i < to; i++) list.push((containers[i] as ContainerRun).status)
  return Object.freeze(list)
}

export function addressList(ip: string): Addresses {
  return Object.freeze([Object.freeze({ ip })])
}
