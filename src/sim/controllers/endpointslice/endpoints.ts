/** The endpoints that a service should have, by the ports they serve it on. */
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { selectorKey } from '../../api/kinds/selection.ts'
import type { Container, Endpoint, EndpointPort, Node, Pod, Service } from '../../api/types/index.ts'
import type { HandlerContext } from '../../client/controller.ts'
import { belongsInSlices, podEndpoint, podPorts } from './endpoint.ts'
import { selects } from './watches.ts'

export interface EndpointGroup {
  readonly ports: readonly EndpointPort[]
  readonly endpoints: Endpoint[]
}

type Listers = Pick<HandlerContext<unknown>, 'lister'>

/** By a text of their ports, in the order of the pods' creation. */
export function desiredGroups({ lister }: Listers, service: Service): ReadonlyMap<string, EndpointGroup> {
  const groups = new Map<string, EndpointGroup>()
  const portsOf = portsFinder(service)
  const key = selectorKey(service.metadata.namespace, service.spec.selector)
  for (const pod of lister(Pods).byIndex('label', key)) {
    if (!belongsInSlices(pod) || !selects(service, pod.metadata.labels ?? {})) continue
    const node = pod.spec.nodeName === undefined ? undefined : lister(Nodes).byKey(pod.spec.nodeName)
    // Nobody can tell whether a pod of a missing node is still there.
    if (node === undefined && service.spec.publishNotReadyAddresses !== true) continue
    const { text, ports } = portsOf(pod)
    let group = groups.get(text)
    if (group === undefined) {
      group = { ports, endpoints: [] }
      groups.set(text, group)
    }
    group.endpoints.push(endpointOf(pod, node, service))
  }
  return groups
}

export function portsText(ports: readonly EndpointPort[]): string {
  return JSON.stringify(
    ports.map(({ name, protocol, port, appProtocol }) => [name, protocol, port, appProtocol]),
  )
}

interface Known {
  readonly service: Service['spec']
  readonly labels: unknown
  readonly endpoint: Endpoint
}

/** A pod that did not change keeps its endpoint, so that what stays the same is seen to be at a glance. */
const known = new WeakMap<Pod, Known>()

function endpointOf(pod: Pod, node: Node | undefined, service: Service): Endpoint {
  const cached = known.get(pod)
  if (cached?.service === service.spec && cached.labels === node?.metadata.labels) return cached.endpoint
  const endpoint = podEndpoint(pod, node, service, 'IPv4')
  known.set(pod, { service: service.spec, labels: node?.metadata.labels, endpoint })
  return endpoint
}

interface Ports {
  readonly text: string
  readonly ports: readonly EndpointPort[]
}

/** Pods of one template share their containers and so their ports. */
function portsFinder(service: Service): (pod: Pod) => Ports {
  const found = new Map<readonly Container[], Ports>()
  return (pod) => {
    let answer = found.get(pod.spec.containers)
    if (answer === undefined) {
      const ports = podPorts(service, pod)
      answer = { text: portsText(ports), ports }
      found.set(pod.spec.containers, answer)
    }
    return answer
  }
}
