/** pkg/registry/core/service/{strategy.go,storage/alloc.go}, Kubernetes v1.36; addresses are given by admission. */
import type { Draft } from '../../kind.ts'
import type { Service } from '../../types/index.ts'
import { defaultAddressFamily, isExternallyAccessible } from './defaults.ts'

export function prepareService(service: Draft): void {
  defaultAddressFamily(service.spec)
  service.status = { loadBalancer: {} }
}

export function prepareServiceUpdate(service: Draft, old: Service): void {
  service.status = old.status
  const { spec } = service
  if (spec.type === 'ExternalName') {
    if (old.spec.type !== 'ExternalName') dropAddresses(spec, old)
    return
  }
  if (old.spec.type !== 'ExternalName') keepAddresses(spec, old)
  dropWhatTheTypeHadGiven(spec, old)
  defaultAddressFamily(spec)
}

/** What a service was given for its former type goes with it, unless the manifest says something else by now. */
function dropWhatTheTypeHadGiven(spec: Draft, old: Service): void {
  if (old.spec.type === spec.type) return
  if (hasNodePorts(old.spec) && !hasNodePorts(spec)) dropNodePorts(spec, old)
  if (isExternallyAccessible(old.spec) && !isExternallyAccessible(spec)) delete spec.externalTrafficPolicy
  if (old.spec.type !== 'LoadBalancer') return
  for (const field of ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const)
    if (spec[field] === old.spec[field]) delete spec[field]
}

function dropNodePorts(spec: Draft, old: Service): void {
  const before = old.spec.ports ?? []
  const ports: Draft[] = spec.ports ?? []
  const isAsItWas = ports.every(({ nodePort }, i) => !nodePort || nodePort === before[i]?.nodePort)
  if (isAsItWas) for (const port of ports) delete port.nodePort
}

function hasNodePorts({ type }: Draft): boolean {
  return type === 'NodePort' || type === 'LoadBalancer'
}

/** A manifest seldom names the address that the server gave. */
function keepAddresses(spec: Draft, old: Service): void {
  spec.clusterIP ||= old.spec.clusterIP
  if (!spec.clusterIPs?.length && spec.clusterIP === old.spec.clusterIP) spec.clusterIPs = old.spec.clusterIPs
  spec.ipFamilies ??= old.spec.ipFamilies
  spec.ipFamilyPolicy ??= old.spec.ipFamilyPolicy
  if (hasNodePorts(spec)) keepNodePorts(spec, old)
}

function keepNodePorts(spec: Draft, old: Service): void {
  for (const port of spec.ports ?? []) {
    if (port.nodePort) continue
    const same = old.spec.ports?.find((one) => one.port === port.port && one.protocol === port.protocol)
    if (same?.nodePort) port.nodePort = same.nodePort
  }
}

/** A service that becomes a mere name gives back the addresses it had. */
function dropAddresses(spec: Draft, old: Service): void {
  if (spec.clusterIP !== old.spec.clusterIP) return
  for (const field of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) delete spec[field]
}
