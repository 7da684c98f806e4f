/**
 * Cluster IPs and node ports of Services (pkg/registry/core/service/storage/alloc.go). Deviation: an address is drawn
 * from the service's uid and moved up past taken ones, not picked from a persisted bitmap.
 */

import { invalid } from '../../../api/fieldError.ts'
import { Services } from '../../../api/kinds/service/index.ts'
import { invalidError, type StatusError } from '../../../api/status.ts'
import type { ServicePort } from '../../../api/types/index.ts'
import { drawBelow } from '../../../core/draw.ts'
import type { ApiServer } from '../../server.ts'
import type { AdmissionPlugin } from '../index.ts'

/** 10.96.0.0/12 without network, broadcast and the address of `kubernetes`. */
const firstAddress = 2
const addressCount = 1_048_572
const firstNodePort = 30_000
const nodePortCount = 2768

const plugin: AdmissionPlugin = {
  kinds: ['Service'],
  admit({ draft, server, stored }) {
    const { spec, metadata } = draft
    if (spec.type === 'ExternalName') return
    const others = server.list(Services).filter((one) => one.metadata.uid !== stored?.metadata.uid)
    const takenAddresses = new Set(others.map((one) => one.spec.clusterIP))
    if (!spec.clusterIP) spec.clusterIP = freeAddress(server, metadata.uid, takenAddresses)
    else if (spec.clusterIP !== 'None' && takenAddresses.has(spec.clusterIP)) {
      throw alreadyAllocated(
        metadata.name,
        'spec.clusterIPs',
        [spec.clusterIP],
        `failed to allocate IP ${spec.clusterIP}: provided IP is already allocated`,
      )
    }
    spec.clusterIPs = [spec.clusterIP]
    if (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer') return
    allocateNodePorts(server, draft, new Set(others.flatMap((one) => nodePortsOf(one.spec.ports))))
  },
}
export default plugin

function freeAddress(server: ApiServer, uid: string, taken: ReadonlySet<string | undefined>): string {
  const start = drawBelow(addressCount, server.state.seed, 'cluster-ip', uid, 0)
  for (let step = 0; ; step++) {
    const offset = firstAddress + ((start + step) % addressCount)
    const address = `10.${96 + (offset >> 16)}.${(offset >> 8) & 255}.${offset & 255}`
    if (!taken.has(address)) return address
  }
}

function allocateNodePorts(
  server: ApiServer,
  draft: { metadata: { name: string; uid: string }; spec: { ports: ServicePort[] } },
  taken: Set<number>,
): void {
  draft.spec.ports = draft.spec.ports.map((port, i) => {
    if (port.nodePort) {
      if (taken.has(port.nodePort)) {
        throw alreadyAllocated(
          draft.metadata.name,
          `spec.ports[${i}].nodePort`,
          port.nodePort,
          'provided port is already allocated',
        )
      }
      taken.add(port.nodePort)
      return port
    }
    const start = drawBelow(nodePortCount, server.state.seed, 'node-port', draft.metadata.uid, i)
    let step = 0
    while (taken.has(firstNodePort + ((start + step) % nodePortCount))) step++
    const nodePort = firstNodePort + ((start + step) % nodePortCount)
    taken.add(nodePort)
    return { ...port, nodePort }
  })
}

function nodePortsOf(ports: readonly ServicePort[] | undefined): number[] {
  return (ports ?? []).flatMap((port) => (port.nodePort ? [port.nodePort] : []))
}

function alreadyAllocated(name: string, field: string, value: unknown, detail: string): StatusError {
  return invalidError('Service', name, [invalid(field, value, detail)])
}
