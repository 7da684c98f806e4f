/** A pod as an endpoint of a service (k8s.io/endpointslice/utils.go, Kubernetes v1.36). */
import { isPodReady, isPodTerminal } from '../../api/podReadiness.ts'
import { isSidecar } from '../../api/podRequests.ts'
import type { Endpoint, EndpointPort, Node, Pod, Service, ServicePort } from '../../api/types/index.ts'

export type AddressType = 'IPv4' | 'IPv6'

const zoneLabel = 'topology.kubernetes.io/zone'

/** Pods with an address that will run again or still run, those about to be deleted included. */
export function belongsInSlices(pod: Pod): boolean {
  const hasAddress = Boolean(pod.status.podIP) || (pod.status.podIPs ?? []).length > 0
  return hasAddress && !isPodTerminal(pod)
}

/**
 * A pod that is going away is never ready, but serves on as long as its containers are: proxies use such endpoints when
 * no others are left.
 */
export function podEndpoint(pod: Pod, node: Node | undefined, service: Service, type: AddressType): Endpoint {
  const serving = isPodReady(pod)
  const terminating = pod.metadata.deletionTimestamp !== undefined
  const ready = service.spec.publishNotReadyAddresses === true || (serving && !terminating)
  const { name, namespace, uid } = pod.metadata
  const zone = node?.metadata.labels?.[zoneLabel]
  return {
    addresses: addressesOf(pod, type),
    conditions: { ready, serving, terminating },
    ...(hasHostname(pod, service) && { hostname: pod.spec.hostname as string }),
    targetRef: { kind: 'Pod', ...(namespace !== undefined && { namespace }), name, uid },
    ...(pod.spec.nodeName && { nodeName: pod.spec.nodeName }),
    ...(zone && { zone }),
  }
}

/** The service's ports as this pod serves them; a port name that it doesn't have is left out. */
export function podPorts(service: Service, pod: Pod): readonly EndpointPort[] {
  return (service.spec.ports ?? []).flatMap((servicePort) => {
    const port = containerPort(servicePort, pod)
    if (port === undefined) return []
    return [
      {
        name: servicePort.name ?? '',
        port,
        protocol: servicePort.protocol ?? 'TCP',
        ...(servicePort.appProtocol !== undefined && { appProtocol: servicePort.appProtocol }),
      },
    ]
  })
}

function addressesOf(pod: Pod, type: AddressType): readonly string[] {
  const all = pod.status.podIPs?.map(({ ip }) => ip) ?? (pod.status.podIP ? [pod.status.podIP] : [])
  return all.filter((ip) => ip.includes(':') === (type === 'IPv6'))
}

/** Pods that ask for a name in this service's domain. */
function hasHostname(pod: Pod, service: Service): boolean {
  const { hostname, subdomain } = pod.spec
  const isNeighbour = service.metadata.namespace === pod.metadata.namespace
  return Boolean(hostname) && subdomain === service.metadata.name && isNeighbour
}

function containerPort({ targetPort, port, protocol = 'TCP' }: ServicePort, pod: Pod): number | undefined {
  if (targetPort === undefined || targetPort === 0 || targetPort === '') return port
  if (typeof targetPort === 'number') return targetPort
  const containers = [...pod.spec.containers, ...(pod.spec.initContainers ?? []).filter(isSidecar)]
  return containers
    .flatMap((container) => container.ports ?? [])
    .find((one) => one.name === targetPort && (one.protocol ?? 'TCP') === protocol)?.containerPort
}
