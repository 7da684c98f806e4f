/** The phase that a pod's containers add up to (getPhase in pkg/kubelet/kubelet_pods.go, v1.36). */
import type { PodPhase, PodSpec } from '../api/types/index.ts'
import type { ContainerRun } from './run.ts'

/** `containers`: init containers first. `isOver`: nothing runs any more and nothing will. */
export function phaseOf(spec: PodSpec, containers: readonly ContainerRun[], isOver: boolean): PodPhase {
  const initCount = spec.initContainers?.length ?? 0
  if (isOver) return allSucceeded(containers, initCount) ? 'Succeeded' : 'Failed'
  for (let i = 0; i < initCount; i++) if (!isInitialized(spec, containers, i)) return 'Pending'
  for (let i = initCount; i < containers.length; i++)
    if (hasNeverRun(containers[i] as ContainerRun)) return 'Pending'
  return 'Running'
}

/** Whether the i-th init container has done its part: ended well, or, as a sidecar, started. */
export function isInitialized(spec: PodSpec, containers: readonly ContainerRun[], i: number): boolean {
  const { stage, exit, status } = containers[i] as ContainerRun
  if (isSidecar(spec, i)) return status.started === true || hasBeenStarted(containers[i] as ContainerRun)
  return stage === 'ended' && exit?.code === 0
}

/** An init container that goes on running beside the others. */
export function isSidecar(spec: PodSpec, i: number): boolean {
  return spec.initContainers?.[i]?.restartPolicy === 'Always'
}

function allSucceeded(containers: readonly ContainerRun[], initCount: number): boolean {
  for (let i = initCount; i < containers.length; i++) {
    if ((containers[i] as ContainerRun).status.state?.terminated?.exitCode !== 0) return false
  }
  return true
}

function hasNeverRun({ status }: ContainerRun): boolean {
  return status.state?.waiting !== undefined && status.lastState?.terminated === undefined
}

/** A sidecar that crashed later doesn't take the pod back to its beginning. */
function hasBeenStarted({ status }: ContainerRun): boolean {
  return status.state?.terminated !== undefined || status.lastState?.terminated !== undefined
}
