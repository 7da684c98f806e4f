import type { Service } from '../../api/types/index.ts'

export const finalizer = 'service.kubernetes.io/load-balancer-cleanup'

/** One that names a class of load balancers is left to whoever answers to that name. */
export function wantsLoadBalancer({ metadata, spec }: Service): boolean {
  if (metadata.deletionTimestamp !== undefined) return false
  return spec.type === 'LoadBalancer' && spec.loadBalancerClass === undefined
}

export function hasFinalizer({ metadata }: Service): boolean {
  return metadata.finalizers?.includes(finalizer) ?? false
}

/** What a load balancer has to know of the service: when this changes, the cloud is told anew. */
export function portsOf({ spec }: Service): string {
  const ports = (spec.ports ?? []).map(
    ({ name = '', protocol = 'TCP', port, nodePort = 0 }) => `${name}/${protocol}/${port}/${nodePort}`,
  )
  return [...ports, spec.sessionAffinity ?? '', spec.externalTrafficPolicy ?? ''].join(' ')
}
