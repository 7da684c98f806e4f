/** What a pod's containers say about its readiness (pkg/kubelet/status/generate.go, Kubernetes v1.36). */
import { isSidecar } from './podRequests.ts'
import type { Container, ContainerStatus, PodCondition, PodPhase, PodSpec } from './types/index.ts'

/** A condition without its times. */
export interface ConditionVerdict {
  readonly type: string
  readonly status: 'True' | 'False'
  readonly reason?: string
  readonly message?: string
}

export interface ObservedPod {
  readonly spec: Pick<PodSpec, 'initContainers' | 'containers' | 'readinessGates'>
  readonly phase: PodPhase
  /** Of all containers, init containers included; undefined before the first look at them. */
  readonly statuses: readonly ContainerStatus[] | undefined
}

export function containersReady({ spec, phase, statuses }: ObservedPod): ConditionVerdict {
  const type = 'ContainersReady'
  if (statuses === undefined) return { type, status: 'False', reason: 'UnknownContainerStatuses' }
  const judged = [...(spec.initContainers ?? []).filter(isSidecar), ...(spec.containers ?? [])]
  const { unknown, lacking } = sortOut(judged, statuses, (status) => status.ready)
  if (phase === 'Succeeded' && unknown.length === 0) return { type, status: 'False', reason: 'PodCompleted' }
  if (phase === 'Failed') return { type, status: 'False', reason: 'PodFailed' }
  return verdict(type, 'ContainersNotReady', [
    ...listed('containers with unknown status', unknown),
    ...listed('containers with unready status', lacking),
  ])
}

/** Ready containers are not enough where the pod has readiness gates: `conditions` are those that others have set. */
export function podReady(pod: ObservedPod, conditions: readonly PodCondition[]): ConditionVerdict {
  const containers = containersReady(pod)
  if (containers.status === 'False') return { ...containers, type: 'Ready' }
  const closed = (pod.spec.readinessGates ?? []).flatMap(({ conditionType }) => {
    const condition = conditions.find((one) => one.type === conditionType)
    if (!condition)
      return [`corresponding condition of pod readiness gate "${conditionType}" does not exist.`]
    if (condition.status === 'True') return []
    return [`the status of pod readiness gate "${conditionType}" is not "True", but ${condition.status}`]
  })
  return verdict('Ready', 'ReadinessGatesNotReady', closed)
}

export function podInitialized({ spec, phase, statuses }: ObservedPod): ConditionVerdict {
  const type = 'Initialized'
  const init = spec.initContainers ?? []
  if (statuses === undefined && init.length > 0) {
    return { type, status: 'False', reason: 'UnknownContainerStatuses' }
  }
  const isDone = (status: ContainerStatus, container: Container) =>
    isSidecar(container) ? status.started === true : status.ready
  const { unknown, lacking } = sortOut(init, statuses ?? [], isDone)
  if (phase === 'Succeeded' && unknown.length === 0) return { type, status: 'True', reason: 'PodCompleted' }
  if (hasStarted(spec.containers ?? [], statuses ?? [])) return { type, status: 'True' }
  return verdict(type, 'ContainersNotInitialized', [
    ...listed('containers with unknown status', unknown),
    ...listed('containers with incomplete status', lacking),
  ])
}

function sortOut(
  containers: readonly Container[],
  statuses: readonly ContainerStatus[],
  isFine: (status: ContainerStatus, container: Container) => boolean,
) {
  const unknown: string[] = []
  const lacking: string[] = []
  for (const container of containers) {
    const status = statuses.find((one) => one.name === container.name)
    if (!status) unknown.push(container.name)
    else if (!isFine(status, container)) lacking.push(container.name)
  }
  return { unknown, lacking }
}

/** Once a regular container has run, the pod has been initialized, whatever became of its init containers. */
function hasStarted(containers: readonly Container[], statuses: readonly ContainerStatus[]): boolean {
  return containers.some((container) => {
    const status = statuses.find((one) => one.name === container.name)
    return Boolean(status?.state?.running || status?.state?.terminated || status?.lastState?.terminated)
  })
}

function verdict(type: string, reason: string, complaints: readonly string[]): ConditionVerdict {
  if (complaints.length === 0) return { type, status: 'True' }
  return { type, status: 'False', reason, message: complaints.join(', ') }
}

function listed(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${what}: [${names.join(' ')}]`]
}
