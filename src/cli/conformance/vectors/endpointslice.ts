import type { Endpoint, Node, Pod, Service } from '../../../sim/api/types/index.ts'
import { podEndpoint } from '../../../sim/controllers/endpointslice/endpoint.ts'
import { packEndpoints } from '../../../sim/controllers/endpointslice/packing.ts'
import { compare } from '../difference.ts'
import { podOf, timeAgo } from '../shapes.ts'
import type { Verdict } from '../vectors.ts'

// biome-ignore lint/suspicious/noExplicitAny: a case is a pod, or a number of endpoints to pack.
type Any = any

export default function run({
  kind,
  input,
  expected,
}: {
  kind?: string
  input: Any
  expected: Any
}): Verdict {
  return kind === 'packing' ? pack(input, expected) : endpoint(input, expected)
}

function pack(input: { endpoints: number; maxEndpointsPerSlice: number }, expected: object): Verdict {
  const endpoints = Array.from(
    { length: input.endpoints },
    (_, i): Endpoint => ({
      addresses: [`10.0.${i >> 8}.${i & 255}`],
      conditions: {},
    }),
  )
  const { create } = packEndpoints([], endpoints, input.maxEndpointsPerSlice)
  return compare({ sliceLengths: create.map((slice) => slice.length) }, expected)
}

function endpoint({ pod, service, node }: Any, expected: object): Verdict {
  const labelled = node && { metadata: { name: pod.nodeName, labels: node } }
  const made = podEndpoint(podWith(pod), labelled as Node | undefined, serviceWith(service), 'IPv4')
  const { targetRef: _targetRef, ...actual } = made
  return compare(actual, expected)
}

function podWith(shape: Any): Pod {
  const pod = podOf({ name: 'pod', phase: 'Running', nodeName: shape.nodeName, ready: shape.ready })
  const { hostname, subdomain, podIPs } = shape
  const deletion = shape.terminating && { deletionTimestamp: timeAgo(0) as string }
  return {
    ...pod,
    metadata: { ...pod.metadata, namespace: shape.namespace ?? 'default', ...deletion },
    spec: { ...pod.spec, ...(hostname && { hostname }), ...(subdomain && { subdomain }) },
    status: { ...pod.status, podIP: podIPs[0], podIPs: podIPs.map((ip: string) => ({ ip })) },
  }
}

function serviceWith({ name = 'service', namespace = 'default', ...spec }: Any): Service {
  return { metadata: { name, namespace }, spec } as Service
}
