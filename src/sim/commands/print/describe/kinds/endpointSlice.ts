import type { Endpoint, EndpointSlice } from '../../../../api/types/index.ts'
import { type Describer, describeEventsOf } from '../describer.ts'
import type { Description } from '../description.ts'
import { describeAnnotations, describeLabels } from '../metadata.ts'

const unset = '<unset>'

const describer: Describer<EndpointSlice> = {
  kind: 'EndpointSlice',
  describe(out, slice, context) {
    out.field(0, 'Name', slice.metadata.name)
    out.field(0, 'Namespace', slice.metadata.namespace ?? '')
    describeLabels(out, 'Labels', slice.metadata.labels)
    describeAnnotations(out, 'Annotations', slice.metadata.annotations)
    out.field(0, 'AddressType', slice.addressType)
    describePorts(out, slice.ports ?? [])
    const endpoints = slice.endpoints ?? []
    out.line(0, endpoints.length === 0 ? 'Endpoints: <none>' : 'Endpoints:')
    for (const endpoint of endpoints) describeEndpoint(out, endpoint)
    describeEventsOf(out, slice, context)
  },
}

function describePorts(out: Description, ports: EndpointSlice['ports']): void {
  out.line(0, ports.length === 0 ? 'Ports: <unset>' : 'Ports:')
  if (ports.length === 0) return
  out.line(1, 'Name\tPort\tProtocol')
  out.line(1, '----\t----\t--------')
  for (const { name, port, protocol = '' } of ports)
    out.line(1, `${name || unset}\t${port ?? unset}\t${protocol}`)
}

function describeEndpoint(out: Description, endpoint: Endpoint): void {
  const { addresses, conditions, hostname, targetRef, nodeName, zone } = endpoint
  out.field(1, '- Addresses', addresses.length === 0 ? '<none>' : addresses.join(', '))
  out.line(2, 'Conditions:')
  out.field(3, 'Ready', conditions?.ready ?? unset)
  out.field(2, 'Hostname', hostname ?? unset)
  if (targetRef !== undefined) out.field(2, 'TargetRef', `${targetRef.kind ?? ''}/${targetRef.name ?? ''}`)
  out.field(2, 'NodeName', nodeName ?? unset)
  out.field(2, 'Zone', zone ?? unset)
}

export default describer
