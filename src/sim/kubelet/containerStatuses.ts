/** How the stages of a container are reported. No object changes; what many pods have in common is shared. */
import type { Container, ContainerState, ContainerStatus } from '../api/types/index.ts'
import { type Tick, timeText } from '../core/clock.ts'
import { settled } from '../core/frozen.ts'
import { WeakTable } from '../core/weakTable.ts'
import { familiarReference, imageId } from './identifiers.ts'
import type { Exit } from './run.ts'

const noState: ContainerState = Object.freeze({})

const firstStatuses = new WeakTable<Container, Map<string, ContainerStatus>>()

/** Nothing has happened yet: ContainerCreating, or PodInitializing while init containers run. */
export function firstStatus(container: Container, reason: string): ContainerStatus {
  let byReason = firstStatuses.get(container)
  if (byReason === undefined) {
    byReason = new Map()
    firstStatuses.set(container, byReason)
  }
  let status = byReason.get(reason)
  if (status === undefined) {
    status = Object.freeze({
      name: container.name,
      state: waitingState(reason),
      lastState: noState,
      ready: false,
      restartCount: 0,
      image: container.image ?? '',
      imageID: '',
      started: false,
    })
    byReason.set(reason, status)
  }
  return status
}

/** A former end of the container, if there was one, becomes its last state. */
export function waitingStatus(status: ContainerStatus, reason: string, message: string): ContainerStatus {
  return withState(status, waitingState(reason, message), lastStateOf(status), false, false)
}

export function runningStatus(
  status: ContainerStatus,
  container: Container,
  id: string,
  now: Tick,
  health: { readonly started: boolean; readonly ready: boolean },
): ContainerStatus {
  const image = container.image ?? ''
  return settled({
    name: container.name,
    state: runningState(now),
    lastState: lastStateOf(status),
    ready: health.ready,
    restartCount: attemptsOf(status),
    image: familiarReference(image),
    imageID: imageId(image),
    containerID: id,
    started: health.started,
  })
}

export function withHealth(status: ContainerStatus, started: boolean, ready: boolean): ContainerStatus {
  if (status.started === started && status.ready === ready) return status
  return withState(status, status.state, status.lastState, started, ready)
}

/** `since`: when the process began. */
export function terminatedStatus(
  status: ContainerStatus,
  exit: Exit,
  since: Tick,
  ready: boolean,
): ContainerStatus {
  const terminated = Object.freeze({
    exitCode: exit.code,
    reason: exit.reason,
    startedAt: timeText(since),
    finishedAt: timeText(exit.at),
    ...(status.containerID === undefined ? {} : { containerID: status.containerID }),
  })
  const state = Object.freeze({ terminated })
  const lastState = status.state?.running === undefined ? lastStateOf(status) : (status.lastState ?? noState)
  return withState(status, state, lastState, false, ready)
}

/** A container that never ran, or of which the runtime knows nothing any more, when its pod ends. */
export function lostStatus(status: ContainerStatus): ContainerStatus {
  const last = status.state?.terminated === undefined ? status.lastState : status.state
  if (last?.terminated !== undefined) {
    return withState(status, last, noState, false, false)
  }
  return withState(status, unknownState, status.lastState, false, false)
}

function withState(
  status: ContainerStatus,
  state: ContainerState | undefined,
  lastState: ContainerState | undefined,
  started: boolean,
  ready: boolean,
): ContainerStatus {
  const { name, restartCount, image, imageID, containerID } = status
  const known = {
    name,
    state: state ?? noState,
    lastState: lastState ?? noState,
    ready,
    restartCount,
    image,
    imageID,
  }
  return settled(containerID === undefined ? { ...known, started } : { ...known, containerID, started })
}

/** How many containers of this name the pod had before the one to be created now. */
export function attemptsOf(status: ContainerStatus): number {
  return lastStateOf(status).terminated === undefined ? status.restartCount : status.restartCount + 1
}

function lastStateOf(status: ContainerStatus): ContainerState {
  return status.state?.terminated === undefined ? (status.lastState ?? noState) : status.state
}

const unknownState: ContainerState = Object.freeze({
  terminated: Object.freeze({
    exitCode: 137,
    reason: 'ContainerStatusUnknown',
    message: 'The container could not be located when the pod was terminated',
  }),
})

function waitingState(reason: string, message?: string): ContainerState {
  return Object.freeze({ waiting: Object.freeze(message === undefined ? { reason } : { reason, message }) })
}

/** Containers that began in the same second share their state. */
let runningSince = ''
let running: ContainerState = noState

function runningState(now: Tick): ContainerState {
  const startedAt = timeText(now)
  if (startedAt !== runningSince) {
    runningSince = startedAt
    running = Object.freeze({ running: Object.freeze({ startedAt }) })
  }
  return running
}
