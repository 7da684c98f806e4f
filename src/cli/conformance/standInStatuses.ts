/** What the stand-in kubelet reports of pods and nodes, in the words of the recordings' own. */
import type {
  Container,
  ContainerState,
  Node,
  Pod,
  PodCondition,
  PodStatus,
} from '../../sim/api/types/index.ts'
import { type Tick, timeText } from '../../sim/core/clock.ts'

function scheduled({ conditions = [] }: PodStatus): readonly PodCondition[] {
  return conditions.filter(({ type }) => type === 'PodScheduled' || type === 'DisruptionTarget')
}

/** The four conditions of a kubelet, in the recordings' order. */
function conditionsOf(
  stored: Pod,
  ready: boolean,
  reason: string | undefined,
  now: string,
): readonly PodCondition[] {
  const names = stored.spec.containers.map(({ name }) => name).join(' ')
  const unready =
    reason === 'ContainersNotReady'
      ? { reason, message: `containers with unready status: [${names}]` }
      : { reason }
  const own = [
    { type: 'Initialized', status: 'True' },
    { type: 'Ready', status: ready ? 'True' : 'False', ...(ready || reason === undefined ? {} : unready) },
    {
      type: 'ContainersReady',
      status: ready ? 'True' : 'False',
      ...(ready || reason === undefined ? {} : unready),
    },
    { type: 'PodReadyToStartContainers', status: 'True' },
  ] as PodCondition[]
  const kept = new Map((stored.status.conditions ?? []).map((condition) => [condition.type, condition]))
  const timed = own.map((condition) => {
    const earlier = kept.get(condition.type)
    const lastTransitionTime =
      earlier?.status === condition.status ? (earlier.lastTransitionTime ?? now) : now
    return { ...condition, lastProbeTime: null, lastTransitionTime }
  })
  return [...timed, ...scheduled(stored.status)]
}

export function acceptedStatus(stored: Pod, hostIP: string, now: string): PodStatus {
  return {
    ...stored.status,
    phase: 'Pending',
    conditions: conditionsOf(stored, false, 'ContainersNotReady', now),
    hostIP,
    hostIPs: [{ ip: hostIP }],
    startTime: now,
    containerStatuses: containers(stored, { waiting: { reason: 'ContainerCreating' } }, false, 0),
  }
}

export function runningStatus(
  stored: Pod,
  podIP: string,
  restarts: number,
  ready: boolean,
  now: string,
): PodStatus {
  return {
    ...stored.status,
    phase: 'Running',
    conditions: conditionsOf(stored, ready, 'ContainersNotReady', now),
    podIP,
    podIPs: [{ ip: podIP }],
    containerStatuses: containers(stored, { running: { startedAt: now } }, ready, restarts),
  }
}

export function unpulledStatus(stored: Pod, now: string): PodStatus {
  return {
    ...stored.status,
    conditions: conditionsOf(stored, false, 'ContainersNotReady', now),
    containerStatuses: containers(stored, { waiting: { reason: 'ErrImagePull' } }, false, 0),
  }
}

export function withReadiness(status: PodStatus, ready: boolean, now: string): PodStatus {
  const conditions = (status.conditions ?? []).map((condition) => {
    if (condition.type !== 'Ready' && condition.type !== 'ContainersReady') return condition
    const { reason: _, message: __, ...rest } = condition
    return { ...rest, status: ready ? 'True' : 'False', lastTransitionTime: now } as PodCondition
  })
  const statuses = status.containerStatuses ?? []
  return { ...status, conditions, containerStatuses: statuses.map((one) => ({ ...one, ready })) }
}

export function endedStatus(stored: Pod, exitCode: number, now: string): PodStatus {
  const restarts = stored.status.containerStatuses?.[0]?.restartCount ?? 0
  const startedAt = stored.status.containerStatuses?.[0]?.state?.running?.startedAt ?? now
  const reason = exitCode === 0 ? 'Completed' : 'Error'
  const state = { terminated: { exitCode, reason, startedAt, finishedAt: now } }
  return {
    ...stored.status,
    phase: exitCode === 0 ? 'Succeeded' : 'Failed',
    conditions: conditionsOf(stored, false, exitCode === 0 ? 'PodCompleted' : 'PodFailed', now),
    containerStatuses: containers(stored, state, false, restarts),
  }
}

export function crashedStatus(stored: Pod, now: string): PodStatus {
  const startedAt = stored.status.containerStatuses?.[0]?.state?.running?.startedAt ?? now
  const state = { terminated: { exitCode: 1, reason: 'Error', startedAt, finishedAt: now } }
  const restarts = stored.status.containerStatuses?.[0]?.restartCount ?? 0
  const conditions = conditionsOf(stored, false, 'ContainersNotReady', now)
  return { ...stored.status, conditions, containerStatuses: containers(stored, state, false, restarts) }
}

export function restartedStatus(stored: Pod, restarts: number, now: string): PodStatus {
  return {
    ...stored.status,
    containerStatuses: containers(stored, { running: { startedAt: now } }, false, restarts),
  }
}

export function backOffStatus(stored: Pod): PodStatus {
  const restarts = stored.status.containerStatuses?.[0]?.restartCount ?? 0
  const state = { waiting: { reason: 'CrashLoopBackOff', message: 'back-off restarting failed container' } }
  return { ...stored.status, containerStatuses: containers(stored, state, false, restarts) }
}

function containers(stored: Pod, state: ContainerState, ready: boolean, restartCount: number) {
  return stored.spec.containers.map((container: Container, i) => ({
    name: container.name,
    state,
    ready,
    restartCount,
    image: container.image ?? '',
    imageID: 'img',
    ...(state.waiting === undefined
      ? { containerID: `fake://${stored.metadata.uid}${i}0`, started: true }
      : {}),
  }))
}

export function readyStatus(status: Node['status'], tick: Tick): Node['status'] {
  const now = timeText(tick)
  const conditions = (status.conditions ?? []).map((condition) => {
    const wanted = condition.type === 'Ready' ? 'True' : 'False'
    const lastTransitionTime = condition.status === wanted ? (condition.lastTransitionTime ?? now) : now
    return {
      ...condition,
      ...texts[condition.type],
      status: wanted,
      lastHeartbeatTime: now,
      lastTransitionTime,
    } as typeof condition
  })
  return { ...status, conditions }
}

const texts: Readonly<Record<string, { readonly reason: string; readonly message: string }>> = {
  MemoryPressure: {
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  DiskPressure: { reason: 'KubeletHasNoDiskPressure', message: 'kubelet has no disk pressure' },
  PIDPressure: { reason: 'KubeletHasSufficientPID', message: 'kubelet has sufficient PID available' },
  Ready: { reason: 'KubeletReady', message: 'kubelet is posting ready status' },
}
