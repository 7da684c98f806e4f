/** The phase of a pod, from its containers: the common case at once, all others by the API's own rules. */
import { podPhase } from '../api/podPhase.ts'
import type { PodPhase, PodSpec } from '../api/types/index.ts'
import { initCountOf, isNew } from './podStages.ts'
import type { ContainerRun } from './run.ts'

/** `isOver`: nothing runs any more and nothing will. */
export function phaseOf(spec: PodSpec, containers: readonly ContainerRun[], isOver: boolean): PodPhase {
  if (initCountOf(spec) === 0) {
    if (!isOver && allRun(containers)) return 'Running'
    if (someIsNew(containers)) return 'Pending'
  }
  const hasInitialized = containers.slice(initCountOf(spec)).some(hasRun)
  return podPhase({ spec, statuses: containers.map(({ status }) => status), isOver, hasInitialized })
}

function allRun(containers: readonly ContainerRun[]): boolean {
  for (const { status } of containers) if (status.state?.running === undefined) return false
  return true
}

function someIsNew(containers: readonly ContainerRun[]): boolean {
  for (const { status } of containers) if (isNew(status)) return true
  return false
}

function hasRun({ status: { state, lastState } }: ContainerRun): boolean {
  return (
    state?.running !== undefined || state?.terminated !== undefined || lastState?.terminated !== undefined
  )
}
