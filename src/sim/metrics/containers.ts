/** The containers of a pod that run, and since when. */
import { isSidecar } from '../api/podRequests.ts'
import type { Container, Pod } from '../api/types/index.ts'
import { type Tick, tickOfTime } from '../core/clock.ts'

export interface RunningContainer {
  readonly name: string
  readonly image: string
  readonly started: Tick
  /** The first of the pod: whose process answers requests. */
  readonly serves: boolean
}

export function runningContainers({ spec, status }: Pod): readonly RunningContainer[] {
  const statuses = [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])]
  const running = (container: Container): readonly RunningContainer[] => {
    const startedAt = statuses.find(({ name }) => name === container.name)?.state?.running?.startedAt
    if (startedAt === undefined) return []
    const serves = container === spec.containers[0]
    return [{ name: container.name, image: container.image ?? '', started: tickOfTime(startedAt), serves }]
  }
  return [...spec.containers, ...(spec.initContainers ?? []).filter(isSidecar)].flatMap(running)
}
