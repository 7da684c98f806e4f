/** The status a kubelet writes: its own findings, and what others have put into the stored one. */
import type { ContainerStatus, Pod, PodCondition, PodStatus } from '../api/types/index.ts'
import { settled } from '../core/frozen.ts'
import { WeakTable } from '../core/weakTable.ts'
import { addressList, nodeAddress } from './addresses.ts'
import type { NodeRun } from './nodeRun.ts'
import { initCountOf } from './podStages.ts'
import type { ContainerRun, PodRun } from './run.ts'

/** `addresses`: one frozen list for all its pods. */
type Host = Pick<NodeRun, 'ordinal' | 'addresses'>

/** Conditions of the kubelet's own; PodScheduled is the scheduler's, but stands last. */
const ownTypes = new Set(['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady'])

export function podStatus(run: PodRun, stored: Pod, node: Host): PodStatus {
  const { containers, ending, ip } = run
  const initCount = initCountOf(run.spec)
  const { qosClass } = stored.status
  const found = {
    observedGeneration: run.generation,
    phase: run.phase,
    conditions: mergedConditions(run.conditions, stored.status.conditions),
    hostIP: nodeAddress(node.ordinal),
    hostIPs: node.addresses,
    startTime: run.startTime,
    containerStatuses: statuses(containers, initCount, containers.length),
  }
  const isPlain = ending === undefined && initCount === 0 && qosClass !== undefined
  if (isPlain) return showsAddress(run) ? withAddress(found, ip, qosClass) : withoutAddress(found, qosClass)
  return settled({
    observedGeneration: found.observedGeneration,
    phase: found.phase,
    conditions: found.conditions,
    ...(ending?.message === undefined ? {} : { message: ending.message }),
    ...(ending?.reason === undefined ? {} : { reason: ending.reason }),
    hostIP: found.hostIP,
    hostIPs: found.hostIPs,
    ...(showsAddress(run) ? { podIP: ip, podIPs: addressList(ip) } : {}),
    startTime: found.startTime,
    ...(initCount === 0 ? {} : { initContainerStatuses: statuses(containers, 0, initCount) }),
    containerStatuses: found.containerStatuses,
    ...(qosClass === undefined ? {} : { qosClass }),
  })
}

type Found = Required<
  Pick<
    PodStatus,
    'observedGeneration' | 'phase' | 'conditions' | 'hostIP' | 'hostIPs' | 'startTime' | 'containerStatuses'
  >
>
type QosClass = NonNullable<PodStatus['qosClass']>

/** The two statuses that almost every pod has, field by field: they run hot. */
function withoutAddress(found: Found, qosClass: QosClass): PodStatus {
  return settled({
    observedGeneration: found.observedGeneration,
    phase: found.phase,
    conditions: found.conditions,
    hostIP: found.hostIP,
    hostIPs: found.hostIPs,
    startTime: found.startTime,
    containerStatuses: found.containerStatuses,
    qosClass,
  })
}

function withAddress(found: Found, ip: string, qosClass: QosClass): PodStatus {
  return settled({
    observedGeneration: found.observedGeneration,
    phase: found.phase,
    conditions: found.conditions,
    hostIP: found.hostIP,
    hostIPs: found.hostIPs,
    podIP: ip,
    podIPs: addressList(ip),
    startTime: found.startTime,
    containerStatuses: found.containerStatuses,
    qosClass,
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
  let found = merged.get(own)
  if (found === undefined || found.stored !== stored) {
    found = { stored, conditions: merge(own, stored) }
    merged.set(own, found)
  }
  return found.conditions
}

/** Pods that were scheduled and came up together share both lists, and what is made of them. Only a cache. */
const merged = new WeakTable<readonly PodCondition[], Merged>()

interface Merged {
  readonly stored: readonly PodCondition[] | undefined
  readonly conditions: readonly PodCondition[]
}

function merge(
  own: readonly PodCondition[],
  stored: readonly PodCondition[] | undefined,
): readonly PodCondition[] {
  const others: PodCondition[] = []
  let scheduled: PodCondition | undefined
  for (let i = 0; i < (stored?.length ?? 0); i++) {
    const condition = stored?.[i] as PodCondition
    if (condition.type === 'PodScheduled') scheduled = condition
    else if (!ownTypes.has(condition.type)) others.push(condition)
  }
  const before = merged.get(own)?.conditions
  const isSame = others.length === 0 && before?.length === own.length + 1 && before.at(-1) === scheduled
  return isSame ? before : joined(others, own, scheduled)
}

function joined(
  others: PodCondition[],
  own: readonly PodCondition[],
  scheduled: PodCondition | undefined,
): readonly PodCondition[] {
  for (const condition of own) others.push(condition)
  if (scheduled !== undefined) others.push(scheduled)
  return settled(others)
}

function statuses(containers: readonly ContainerRun[], from: number, to: number): readonly ContainerStatus[] {
  if (to - from === 1) return settled([(containers[from] as ContainerRun).status])
  const list: ContainerStatus[] = []
  for (let i = from; i < to; i++) list.push((containers[i] as ContainerRun).status)
  return settled(list)
}
