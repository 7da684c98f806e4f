/** The phase that a pod's containers add up to (getPhase in pkg/kubelet/kubelet_pods.go, Kubernetes v1.36). */
import { isSidecar } from './podRequests.ts'
import type { Container, ContainerStatus, PodPhase, PodSpec } from './types/index.ts'

export interface PodPhaseInput {
  readonly spec: Pick<PodSpec, 'initContainers' | 'containers' | 'restartPolicy'>
  /** Of all containers, init containers included. */
  readonly statuses: readonly ContainerStatus[]
  /** The kubelet will start nothing of this pod any more. */
  readonly isOver?: boolean
  /** A regular container has run before: sidecars that restart don't take the pod back to Pending. */
  readonly hasInitialized?: boolean
}

export function podPhase({
  spec,
  statuses,
  isOver = false,
  hasInitialized = false,
}: PodPhaseInput): PodPhase {
  const init = countInit(spec.initContainers ?? [], statuses)
  const main = countMain(spec.containers ?? [], statuses)
  const running = init.sidecarsRunning + main.running
  const hasUnknown = init.sidecarsUnknown + main.unknown > 0
  if (init.failed > 0 && spec.restartPolicy === 'Never') return 'Failed'
  if (init.pending > 0 || (init.sidecarsPending > 0 && !hasInitialized)) return 'Pending'
  if (init.sidecarsWaiting + main.waiting > 0) return 'Pending'
  if (running > 0 && !hasUnknown) return 'Running'
  if (main.stopped === 0 || hasUnknown) return 'Pending'
  return stoppedPhase(spec.restartPolicy, main.stopped === main.succeeded, isOver)
}

/** Nothing runs: the pod is over, or what stopped will be started again. */
function stoppedPhase(policy: PodSpec['restartPolicy'], allSucceeded: boolean, isOver: boolean): PodPhase {
  if (isOver) return allSucceeded ? 'Succeeded' : 'Failed'
  if (policy === 'Always' || policy === undefined) return 'Running'
  if (allSucceeded) return 'Succeeded'
  return policy === 'Never' ? 'Failed' : 'Running'
}

function countInit(containers: readonly Container[], statuses: readonly ContainerStatus[]) {
  const counts = {
    pending: 0,
    failed: 0,
    sidecarsPending: 0,
    sidecarsRunning: 0,
    sidecarsWaiting: 0,
    sidecarsUnknown: 0,
  }
  for (const container of containers) {
    const status = statusOf(container, statuses)
    const { running, terminated } = status?.state ?? {}
    if (!isSidecar(container)) {
      const ended = terminated ?? (isWaiting(status) ? status?.lastState?.terminated : undefined)
      if (!ended) counts.pending++
      else if (ended.exitCode !== 0) counts.failed++
    } else if (running) {
      counts.sidecarsRunning++
      if (status?.started !== true) counts.sidecarsPending++
    } else if (isWaiting(status)) {
      if (!status?.lastState?.terminated) {
        counts.sidecarsPending++
        counts.sidecarsWaiting++
      }
    } else if (!terminated) {
      counts.sidecarsUnknown++
      if (status) counts.sidecarsPending++
    }
  }
  return counts
}

function countMain(containers: readonly Container[], statuses: readonly ContainerStatus[]) {
  const counts = { running: 0, waiting: 0, stopped: 0, succeeded: 0, unknown: 0 }
  for (const container of containers) {
    const status = statusOf(container, statuses)
    const { running, terminated } = status?.state ?? {}
    if (running) counts.running++
    else if (terminated) {
      counts.stopped++
      if (terminated.exitCode === 0) counts.succeeded++
    } else if (!isWaiting(status)) counts.unknown++
    else if (status?.lastState?.terminated) counts.stopped++
    else counts.waiting++
  }
  return counts
}

function isWaiting(status: ContainerStatus | undefined): boolean {
  return Boolean(status?.state?.waiting)
}

function statusOf(container: Container, statuses: readonly ContainerStatus[]): ContainerStatus | undefined {
  return statuses.find((status) => status.name === container.name)
}
