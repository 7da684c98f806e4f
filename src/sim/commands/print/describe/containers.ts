/** The Containers section of a pod or pod template. */
import { canonicalQuantity } from '../../../api/quantity.ts'
import type {
  Container,
  ContainerPort,
  ContainerState,
  ContainerStatus,
  Pod,
  ResourceRequirements,
  VolumeMount,
} from '../../../api/types/index.ts'
import type { Description } from './description.ts'
import { describeEnvironment } from './environment.ts'
import { sortedKeys } from './metadata.ts'
import { probeText } from './probe.ts'
import { dateAndTime } from './times.ts'

export interface ContainersOf {
  readonly title: string
  readonly containers: readonly Container[]
  readonly statuses?: readonly ContainerStatus[] | undefined
  /** The pod that field references are resolved against; a template has none, and its lines are further in. */
  readonly pod?: Pod
}

export function describeContainers(
  out: Description,
  { title, containers, statuses, pod }: ContainersOf,
): void {
  const margin = pod === undefined ? '  ' : ''
  out.line(0, `${margin}${title}:${containers.length === 0 ? ' <none>' : ''}`)
  for (const container of containers) {
    const status = statuses?.find(({ name }) => name === container.name)
    out.line(1, `${pod === undefined ? ' ' : ''}${container.name}:`)
    describeImage(out, container, status)
    describeWords(out, 'Command', container.command)
    describeWords(out, 'Args', container.args)
    if (status !== undefined) describeStatus(out, status)
    describeResources(out, container.resources, 2)
    describeProbes(out, container)
    describeEnvironment(out, container, pod)
    describeMounts(out, container.volumeMounts)
  }
}

function describeImage(out: Description, container: Container, status: ContainerStatus | undefined): void {
  if (status !== undefined) out.field(2, 'Container ID', status.containerID ?? '')
  out.field(2, 'Image', container.image ?? '')
  if (status !== undefined) out.field(2, 'Image ID', status.imageID)
  const ports = portsText(container.ports, ({ containerPort }) => containerPort)
  out.field(2, ports.includes(',') ? 'Ports' : 'Port', ports)
  const hostPorts = portsText(container.ports, ({ hostPort }) => hostPort ?? 0)
  out.field(2, hostPorts.includes(',') ? 'Host Ports' : 'Host Port', hostPorts)
  const seccomp = container.securityContext?.seccompProfile as SeccompProfile | undefined
  if (seccomp !== undefined) describeSeccomp(out, seccomp)
}

interface SeccompProfile {
  readonly type: string
  readonly localhostProfile?: string
}

function describeSeccomp(out: Description, { type, localhostProfile }: SeccompProfile): void {
  out.field(2, 'SeccompProfile', type)
  if (type === 'Localhost') out.field(3, 'LocalhostProfile', localhostProfile ?? '')
}

function portsText(
  ports: readonly ContainerPort[] | undefined,
  number: (port: ContainerPort) => number,
): string {
  if (ports === undefined || ports.length === 0) return '<none>'
  return ports
    .map((port) => `${number(port)}/${port.protocol ?? ''}${port.name ? ` (${port.name})` : ''}`)
    .join(', ')
}

function describeWords(out: Description, title: string, words: readonly string[] | undefined): void {
  if (words === undefined || words.length === 0) return
  out.line(2, `${title}:`)
  for (const line of words.flatMap((word) => word.split('\n'))) out.line(3, line)
}

function describeStatus(out: Description, status: ContainerStatus): void {
  describeState(out, 'State', status.state)
  if (status.lastState?.terminated !== undefined) describeState(out, 'Last State', status.lastState)
  out.field(2, 'Ready', status.ready ? 'True' : 'False')
  out.field(2, 'Restart Count', status.restartCount)
}

function describeState(out: Description, title: string, state: ContainerState | undefined): void {
  const { running, waiting, terminated } = state ?? {}
  if (running) {
    out.field(2, title, 'Running')
    out.field(3, 'Started', dateAndTime(running.startedAt))
  } else if (waiting || !terminated) {
    out.field(2, title, 'Waiting')
    if (waiting?.reason) out.field(3, 'Reason', waiting.reason)
  } else {
    out.field(2, title, 'Terminated')
    if (terminated.reason) out.field(3, 'Reason', terminated.reason)
    if (terminated.message) out.field(3, 'Message', terminated.message)
    out.field(3, 'Exit Code', terminated.exitCode)
    if (terminated.signal) out.field(3, 'Signal', terminated.signal)
    out.field(3, 'Started', dateAndTime(terminated.startedAt))
    out.field(3, 'Finished', dateAndTime(terminated.finishedAt))
  }
}

export function describeResources(
  out: Description,
  resources: ResourceRequirements | undefined,
  level: number,
): void {
  for (const [title, list] of [
    ['Limits', resources?.limits ?? {}],
    ['Requests', resources?.requests ?? {}],
  ] as const) {
    const names = sortedKeys(list)
    if (names.length > 0) out.line(level, `${title}:`)
    for (const name of names) out.field(level + 1, name, canonicalQuantity(list[name] as string))
  }
}

function describeProbes(out: Description, container: Container): void {
  if (container.livenessProbe) out.field(2, 'Liveness', probeText(container.livenessProbe))
  if (container.readinessProbe) out.field(2, 'Readiness', probeText(container.readinessProbe))
  if (container.startupProbe) out.field(2, 'Startup', probeText(container.startupProbe))
}

function describeMounts(out: Description, mounts: readonly VolumeMount[] = []): void {
  out.line(2, mounts.length === 0 ? 'Mounts:\t<none>' : 'Mounts:')
  const sorted = [...mounts].sort((left, right) => (left.mountPath < right.mountPath ? -1 : 1))
  for (const { mountPath, name, readOnly, subPath } of sorted) {
    const path = subPath ? `,path=${JSON.stringify(subPath)}` : ''
    out.line(3, `${mountPath} from ${name} (${readOnly ? 'ro' : 'rw'}${path})`)
  }
}
