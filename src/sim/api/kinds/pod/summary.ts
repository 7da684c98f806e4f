/** The READY, STATUS and RESTARTS cells of a pod (printPod in pkg/printers/internalversion/printers.go, v1.36). */
import { parseTime } from '../../../core/clock.ts'
import { age } from '../../age.ts'
import { isSidecar } from '../../podRequests.ts'
import type { ContainerStatus, Pod } from '../../types/index.ts'

export interface PodSummary {
  readonly ready: string
  readonly status: string
  readonly restarts: string
}

/** What the containers of one group add up to. */
interface Tally {
  ready: number
  restarts: number
  lastRestart: string
}

export function podSummary(pod: Pod, nowSeconds: number): PodSummary {
  const sidecars = new Set((pod.spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name))
  const init = initProgress(pod, sidecars)
  const main = mainProgress(pod)
  const initialized = init.reason === undefined || isTrue(pod, 'Initialized')
  const tally = initialized ? added(init.sidecars, main.tally) : init.all
  const ready = init.sidecars.ready + (initialized ? main.tally.ready : 0)
  const reason = initialized ? (main.reason ?? init.reason) : init.reason
  return {
    ready: `${ready}/${pod.spec.containers.length + sidecars.size}`,
    status: statusWord(pod, reason ?? phaseWord(pod)),
    restarts: restartsText(tally, nowSeconds),
  }
}

function phaseWord({ status }: Pod): string {
  const scheduled = status.conditions?.find((condition) => condition.type === 'PodScheduled')
  if (scheduled?.reason === 'SchedulingGated') return 'SchedulingGated'
  return status.reason || status.phase || ''
}

/** A deletion under way hides all else, except for pods that have ended. */
function statusWord(pod: Pod, word: string): string {
  if (pod.metadata.deletionTimestamp === undefined) return word
  if (pod.status.reason === 'NodeLost') return 'Unknown'
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed' ? word : 'Terminating'
}

/** Init containers run in order: the first that has not done its part names the pod's status. */
function initProgress(pod: Pod, sidecarNames: ReadonlySet<string>) {
  const all = emptyTally()
  const sidecars = emptyTally()
  const statuses = pod.status.initContainerStatuses ?? []
  for (const [i, container] of statuses.entries()) {
    const isSidecar = sidecarNames.has(container.name)
    count(all, container)
    if (isSidecar) count(sidecars, container)
    if (container.state?.terminated?.exitCode === 0) continue
    if (isSidecar && container.started) {
      if (container.ready) sidecars.ready += 1
      continue
    }
    return { all, sidecars, reason: `Init:${initReason(container, i, pod)}` }
  }
  return { all, sidecars, reason: undefined }
}

function initReason({ state }: ContainerStatus, position: number, pod: Pod): string {
  if (state?.terminated) return terminatedReason(state.terminated)
  const waiting = state?.waiting?.reason
  if (waiting && waiting !== 'PodInitializing') return waiting
  return `${position}/${pod.spec.initContainers?.length ?? 0}`
}

/** The first container with something to say names the status; one that still runs outweighs completed ones. */
function mainProgress(pod: Pod) {
  const tally = emptyTally()
  let reason: string | undefined
  let running = false
  for (const container of (pod.status.containerStatuses ?? []).toReversed()) {
    const { waiting, terminated, running: runs } = container.state ?? {}
    count(tally, container)
    if (waiting?.reason) reason = waiting.reason
    else if (terminated) reason = terminatedReason(terminated)
    else if (container.ready && runs) {
      running = true
      tally.ready += 1
    }
  }
  if (reason === 'Completed' && running) reason = isTrue(pod, 'Ready') ? 'Running' : 'NotReady'
  return { tally, reason }
}

function terminatedReason(terminated: { reason?: string; signal?: number; exitCode: number }): string {
  if (terminated.reason) return terminated.reason
  return terminated.signal ? `Signal:${terminated.signal}` : `ExitCode:${terminated.exitCode}`
}

function emptyTally(): Tally {
  return { ready: 0, restarts: 0, lastRestart: '' }
}

function count(tally: Tally, { restartCount, lastState }: ContainerStatus): void {
  tally.restarts += restartCount
  tally.lastRestart = later(tally.lastRestart, lastState?.terminated?.finishedAt ?? '')
}

function added(one: Tally, other: Tally): Tally {
  return {
    ready: one.ready + other.ready,
    restarts: one.restarts + other.restarts,
    lastRestart: later(one.lastRestart, other.lastRestart),
  }
}

function later(one: string, other: string): string {
  if (one === '' || other === '') return one || other
  return parseTime(one) < parseTime(other) ? other : one
}

function restartsText({ restarts, lastRestart }: Tally, nowSeconds: number): string {
  return restarts === 0 || lastRestart === ''
    ? String(restarts)
    : `${restarts} (${age(lastRestart, nowSeconds)} ago)`
}

function isTrue(pod: Pod, type: string): boolean {
  return (
    pod.status.conditions?.some((condition) => condition.type === type && condition.status === 'True') ??
    false
  )
}
