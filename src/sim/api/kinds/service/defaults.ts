/** pkg/apis/core/v1/defaults.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'

const affinityTimeoutSeconds = 10_800

export function setServiceDefaults(service: Draft): void {
  service.spec ??= {}
  const { spec } = service
  spec.sessionAffinity ||= 'None'
  defaultAffinityConfig(spec)
  spec.type ||= 'ClusterIP'
  for (const port of spec.ports ?? []) {
    port.protocol ||= 'TCP'
    port.targetPort ||= port.port ?? 0
  }
  if (isExternallyAccessible(spec)) spec.externalTrafficPolicy ||= 'Cluster'
  if (hasClusterAddress(spec)) spec.internalTrafficPolicy ??= 'Cluster'
  if (spec.type === 'LoadBalancer') spec.allocateLoadBalancerNodePorts ??= true
}

/** One family of addresses, as a cluster with one range of service addresses gives it. */
export function defaultAddressFamily(spec: Draft): void {
  if (spec.type === 'ExternalName') return
  if (spec.clusterIP && !spec.clusterIPs?.length) spec.clusterIPs = [spec.clusterIP]
  spec.ipFamilyPolicy ??= 'SingleStack'
  if (!spec.ipFamilies?.length) spec.ipFamilies = ['IPv4']
}

export function isExternallyAccessible(spec: Draft): boolean {
  if (spec.type === 'LoadBalancer' || spec.type === 'NodePort') return true
  return spec.type === 'ClusterIP' && spec.externalIPs?.length > 0
}

/** A type that is none is refused later. */
export function hasClusterAddress(spec: Draft): boolean {
  return spec.type === 'ClusterIP' || spec.type === 'NodePort' || spec.type === 'LoadBalancer'
}

function defaultAffinityConfig(spec: Draft): void {
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig
  if (spec.sessionAffinity !== 'ClientIP') return
  if (spec.sessionAffinityConfig?.clientIP?.timeoutSeconds !== undefined) return
  spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: affinityTimeoutSeconds } }
}
