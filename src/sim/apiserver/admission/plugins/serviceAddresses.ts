/**
 * Cluster IPs and node ports of Services (pkg/registry/core/service/storage/alloc.go). Deviation: an address is drawn
 * from the service's uid and moved up past taken ones, not picked from a persisted bitmap.
 */

import { invalid } from '../../../api/fieldError.ts'
import { Services } from '../../../api/kinds/service/index.ts'
import { invalidError, type StatusError } from '../../../api/status.ts'
import type { Service, ServicePort } from '../../../api/types/index.ts'
import { isIPv4 } from '../../../api/validation/ip.ts'
import { drawBelow } from '../../../core/draw.ts'
import type { ApiServer } from '../../server.ts'
import type { AdmissionPlugin } from '../index.ts'

/** Addresses may be asked for in all of it; those that are drawn come from its upper half, without the last one. */
const addressRange = '10.0.0.0/16'
const firstDrawn = 0x8000
const drawnCount = 0x7fff
const firstNodePort = 30_000
const nodePortCount = 2768

const plugin: AdmissionPlugin = {
  kinds: ['Service'],
  admit({ draft, server, stored: storedObject }) {
    const stored = storedObject as Service | undefined
    const { spec, metadata } = draft
    if (spec.type === 'ExternalName') return
    const others = server.list(Services).filter((one) => one.metadata.uid !== stored?.metadata.uid)
    const takenAddresses = new Set(others.map((one) => one.spec.clusterIP))
    if (!spec.clusterIP) spec.clusterIP = freeAddress(server, metadata.uid, takenAddresses)
    else if (spec.clusterIP !== stored?.spec.clusterIP) {
      refuseAddress(metadata.name, spec.clusterIP, takenAddresses)
    }
    spec.clusterIPs = [spec.clusterIP]
    if (spec.ports === undefined || (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer')) return
    allocateNodePorts(server, draft, new Set(others.flatMap((one) => nodePortsOf(one.spec.ports))))
  },
}
export default plugin

function freeAddress(server: ApiServer, uid: string, taken: ReadonlySet<string | undefined>): string {
  const start = drawBelow(drawnCount, server.state.seed, 'cluster-ip', uid, 0)
  for (let step = 0; ; step++) {
    const offset = firstDrawn + ((start + step) % drawnCount)
    const address = `10.0.${offset >> 8}.${offset & 255}`
    if (!taken.has(address)) return address
  }
}

/** What is no address at all is left to validation. */
function refuseAddress(name: string, address: string, taken: ReadonlySet<string | undefined>): void {
  if (!isIPv4(address)) return
  const refuse = (why: string) =>
    refusal(name, 'spec.clusterIPs', [address], `failed to allocate IP ${address}: ${why}`)
  if (!address.startsWith('10.0.')) {
    const range = `The range of valid IPs is ${addressRange}`
    throw refuse(`the provided IP (${address}) is not in the valid range. ${range}`)
  }
  if (taken.has(address)) throw refuse('provided IP is already allocated')
}

function allocateNodePorts(
  server: ApiServer,
  draft: { metadata: { name: string; uid: string }; spec: { ports: ServicePort[] } },
  taken: Set<number>,
): void {
  draft.spec.ports = draft.spec.ports.map((port, i) => {
    if (port.nodePort) {
      const why = nodePortProblem(port.nodePort, taken)
      if (why !== undefined) {
        throw refusal(draft.metadata.name, `spec.ports[${i}].nodePort`, port.nodePort, why)
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

function nodePortProblem(port: number, taken: ReadonlySet<number>): string | undefined {
  const last = firstNodePort + nodePortCount - 1
  if (port < firstNodePort || port > last) {
    return `provided port is not in the valid range. The range of valid ports is ${firstNodePort}-${last}`
  }
  return taken.has(port) ? 'provided port is already allocated' : undefined
}

function nodePortsOf(ports: readonly ServicePort[] | undefined): number[] {
  return (ports ?? []).flatMap((port) => (port.nodePort ? [port.nodePort] : []))
}

function refusal(name: string, field: string, value: unknown, detail: string): StatusError {
  return invalidError('Service', name, [invalid(field, value, detail)])
}
