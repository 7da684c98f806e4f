/** Host ports that pods of one node must not share (pkg/scheduler/framework/types.go, HostPortInfo, v1.36). */
import type { Container, PodSpec } from '../../api/types/index.ts'

export interface HostPort {
  readonly ip: string
  readonly protocol: string
  readonly port: number
}

const anyAddress = '0.0.0.0'

export function hostPortsOf(spec: PodSpec): readonly HostPort[] {
  const restartable = (spec.initContainers ?? []).filter((one) => one.restartPolicy === 'Always')
  const containers: readonly Container[] = [...(spec.containers ?? []), ...restartable]
  return containers.flatMap((container) =>
    (container.ports ?? [])
      .filter((port) => (port.hostPort ?? 0) > 0)
      .map((port) => ({
        ip: port.hostIP === undefined || port.hostIP === '' ? anyAddress : port.hostIP,
        protocol: port.protocol ?? 'TCP',
        port: port.hostPort as number,
      })),
  )
}

/** The same port and protocol clash when the addresses are equal or one of them means all. */
export function portsClash(left: HostPort, right: HostPort): boolean {
  if (left.port !== right.port || left.protocol !== right.protocol) return false
  return left.ip === right.ip || left.ip === anyAddress || right.ip === anyAddress
}
