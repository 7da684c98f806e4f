/** A container's life as lines of a log. */
import { StatusError } from '../../../../api/status.ts'
import type { Pod } from '../../../../api/types/index.ts'

export interface LogLine {
  readonly time: string
  readonly text: string
}

/** `previous`: of the run before the present one. Refuses where there has been no run. */
export function lifeOf(pod: Pod, container: string, previous: boolean): readonly LogLine[] {
  const { name } = pod.metadata
  const all = [...(pod.status.initContainerStatuses ?? []), ...(pod.status.containerStatuses ?? [])]
  const status = all.find((one) => one.name === container)
  const state = previous ? status?.lastState : (status?.state ?? {})
  const image = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].find(
    (one) => one.name === container,
  )?.image
  if (previous && state?.terminated === undefined) {
    throw new StatusError(
      'BadRequest',
      `previous terminated container "${container}" in pod "${name}" not found`,
    )
  }
  const last = state?.terminated ?? status?.lastState?.terminated
  if (state?.running === undefined && last === undefined)
    throw notStarted(pod, container, status?.state?.waiting?.reason)
  const started = { time: (state?.running ?? last)?.startedAt ?? '', text: `${image} started` }
  if (state?.running !== undefined || last === undefined) return [started]
  return [started, { time: last.finishedAt ?? '', text: `${image} exited with code ${last.exitCode}` }]
}

const pullFailures = new Set(['ErrImagePull', 'ImagePullBackOff'])

function notStarted(pod: Pod, container: string, reason: string | undefined): StatusError {
  const why = pullFailures.has(reason ?? '')
    ? 'trying and failing to pull image'
    : (reason ?? 'ContainerCreating')
  return new StatusError(
    'BadRequest',
    `container "${container}" in pod "${pod.metadata.name}" is waiting to start: ${why}`,
  )
}
