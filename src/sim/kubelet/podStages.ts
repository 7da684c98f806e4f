/** Questions about where a pod stands, asked of its containers' stages. Init containers come first in every list. */
import { isSidecar } from '../api/podRequests.ts'
import type { Container, ContainerStatus, PodSpec } from '../api/types/index.ts'
import { type Tick, ticksOf } from '../core/clock.ts'
import { type ContainerRun, never, type PodRun } from './run.ts'

/** Whether a container is started again when it ends: whatever its code, only after an error, or not at all. */
export type Restarts = 'always' | 'on-failure' | 'never'

export function initCountOf(spec: PodSpec): number {
  return spec.initContainers?.length ?? 0
}

/** The spec of the i-th container. */
export function specAt(spec: PodSpec, i: number): Container {
  const initCount = initCountOf(spec)
  return (i < initCount ? spec.initContainers?.[i] : spec.containers[i - initCount]) as Container
}

/** An init container that goes on running beside the others. */
export function isSidecarAt(spec: PodSpec, i: number): boolean {
  const init = spec.initContainers?.[i]
  return init !== undefined && isSidecar(init)
}

/** It waits for its first start. */
export function isNew({ state, lastState, ready }: ContainerStatus): boolean {
  return !ready && state?.waiting !== undefined && lastState?.terminated === undefined
}

/** Nothing of the pod runs any more, and nothing will. */
export function isOver({ phase }: PodRun): boolean {
  return phase === 'Succeeded' || phase === 'Failed'
}

/** There is a process, or about to be one. */
export function isUp({ stage }: ContainerRun): boolean {
  return stage === 'running' || stage === 'starting' || stage === 'stopping'
}

/** Whether the i-th init container has done its part: ended well, or, as a sidecar, started once. */
export function isInitialized(spec: PodSpec, containers: readonly ContainerRun[], i: number): boolean {
  const { stage, exit, status } = containers[i] as ContainerRun
  if (!isSidecarAt(spec, i)) return stage === 'ended' && exit?.code === 0
  const hasRun = status.state?.terminated !== undefined || status.lastState?.terminated !== undefined
  return status.started === true || hasRun
}

/** The container whose turn it is, or -1. Until the volumes are mounted it is nobody's turn. */
export function nextToBegin({ spec }: PodRun, containers: readonly ContainerRun[]): number {
  const initCount = initCountOf(spec)
  for (let i = 0; i < containers.length; i++) {
    const one = containers[i] as ContainerRun
    if (one.stage === 'idle' && one.next === never) return i
    if (awaitsMount(one)) return -1
    if (i < initCount && !isInitialized(spec, containers, i)) return -1
  }
  return -1
}

function awaitsMount({ stage, status }: ContainerRun): boolean {
  const reason = status.state?.waiting?.reason
  return stage === 'idle' && (reason === 'ContainerCreating' || reason === 'PodInitializing')
}

/** It was told to end, or its work is done, or it can't begin: an init container has failed for good. */
export function wantsEnd(run: PodRun, containers: readonly ContainerRun[]): boolean {
  if (run.ending !== undefined) return true
  const initCount = initCountOf(run.spec)
  for (let i = 0; i < initCount; i++) {
    const { stage, exit } = containers[i] as ContainerRun
    if (stage === 'ended' && exit?.code !== 0 && !isSidecarAt(run.spec, i)) return true
  }
  for (let i = initCount; i < containers.length; i++) if (containers[i]?.stage !== 'ended') return false
  return true
}

export function restartsOf(run: PodRun, containers: readonly ContainerRun[], i: number): Restarts {
  if (run.ending !== undefined) return 'never'
  if (isSidecarAt(run.spec, i)) return wantsEnd(run, containers) ? 'never' : 'always'
  const { restartPolicy } = run.spec
  if (restartPolicy === 'Never') return 'never'
  return restartPolicy === 'OnFailure' || i < initCountOf(run.spec) ? 'on-failure' : 'always'
}

/** The first report comes before the sandbox is made; the next one tells of it. */
export function hasSandbox(run: PodRun, containers: readonly ContainerRun[]): boolean {
  if (run.conditions[0]?.status === 'True') return true
  for (let i = 0; i < containers.length; i++) {
    const { stage } = containers[i] as ContainerRun
    if (stage !== 'idle' && stage !== 'pulling' && stage !== 'starting') return true
  }
  return false
}

export function graceOf(spec: PodSpec): Tick {
  return ticksOf(spec.terminationGracePeriodSeconds ?? 30)
}

/** When activeDeadlineSeconds are over. */
export function deadlineOf({ spec, startTick, ending }: PodRun): Tick {
  if (spec.activeDeadlineSeconds === undefined || ending !== undefined) return never
  return startTick + ticksOf(spec.activeDeadlineSeconds)
}

/** When something happens by itself. */
export function dueOf(run: PodRun, containers: readonly ContainerRun[]): Tick {
  let due = deadlineOf(run)
  for (let i = 0; i < containers.length; i++) due = Math.min(due, (containers[i] as ContainerRun).next)
  return due
}
