/** The containers of a pod that run, and since when. */
import { isSidecar } from '../api/podRequests.ts'
import type { Container, ContainerStatus, Pod } from '../api/types/index.ts'
import { type Tick, tickOfTime } from '../core/clock.ts'

export interface RunningContainer {
  readonly name: string
  readonly image: string
  readonly started: Tick
  /** The first of the pod: whose process answers requests. */
  readonly serves: boolean
}

/** An autoscaler asks for ten thousand pods at a time: nothing is made but what is answered. */
export function runningContainers({ spec, status }: Pod): readonly RunningContainer[] {
  const running: RunningContainer[] = []
  const note = (container: Container) => {
    const startedAt =
      startOf(container.name, status.containerStatuses) ??
      startOf(container.name, status.initContainerStatuses)
    if (startedAt === undefined) return
    const serves = container === spec.containers[0]
    running.push({
      name: container.name,
      image: container.image ?? '',
      started: tickOfTime(startedAt),
      serves,
    })
  }
  for (const container of spec.containers) note(container)
  for (const container of spec.initContainers ?? none) if (isSidecar(container)) note(container)
  return running
}

const none: readonly never[] = []

function startOf(container: string, statuses: readonly ContainerStatus[] = none): string | undefined {
  for (const { name, state } of statuses) if (name === container) return state?.running?.startedAt
  return undefined
}
