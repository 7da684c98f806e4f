import { EndpointSlices } from '../../../../api/kinds/endpointSlice/index.ts'
import { labelsText } from '../../../../api/labelsText.ts'
import type { EndpointSlice, Service, ServicePort } from '../../../../api/types/index.ts'
import { type DescribeContext, type Describer, describeEventsOf } from '../describer.ts'
import type { Description } from '../description.ts'
import { endpointsText } from '../endpoints.ts'
import { describeAnnotations, describeLabels } from '../metadata.ts'

const describer: Describer<Service> = {
  kind: 'Service',
  describe(out, service, context) {
    const { metadata, spec } = service
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.field(0, 'Selector', labelsText(spec.selector))
    out.field(0, 'Type', spec.type ?? '')
    describeAddresses(out, service)
    const slices = slicesOf(service, context)
    for (const port of spec.ports ?? []) describePort(out, port, slices)
    describePolicies(out, service)
    describeEventsOf(out, service, context)
  },
}

function slicesOf({ metadata }: Service, { reader }: DescribeContext): readonly EndpointSlice[] {
  const slices = reader.byIndex(EndpointSlices, 'service', `${metadata.namespace}/${metadata.name}`)
  return [...slices].sort((left, right) => (left.metadata.name < right.metadata.name ? -1 : 1))
}

function describeAddresses(out: Description, { spec, status }: Service): void {
  if (spec.ipFamilyPolicy) out.field(0, 'IP Family Policy', spec.ipFamilyPolicy)
  out.field(0, 'IP Families', orNone(spec.ipFamilies))
  out.field(0, 'IP', spec.clusterIP ?? '')
  out.field(0, 'IPs', orNone(spec.clusterIPs))
  if (spec.externalIPs && spec.externalIPs.length > 0)
    out.field(0, 'External IPs', spec.externalIPs.join(','))
  if (spec.loadBalancerIP) out.field(0, 'Desired LoadBalancer IP', spec.loadBalancerIP)
  if (spec.externalName) out.field(0, 'External Name', spec.externalName)
  const ingress = status.loadBalancer?.ingress ?? []
  if (ingress.length > 0) out.field(0, 'LoadBalancer Ingress', ingress.map(ingressText).join(', '))
}

function orNone(values: readonly string[] | undefined): string {
  return values && values.length > 0 ? values.join(',') : '<none>'
}

function ingressText({
  ip,
  ipMode,
  hostname = '',
}: {
  ip?: string
  ipMode?: string
  hostname?: string
}): string {
  if (!ip) return hostname
  return ipMode === undefined ? ip : `${ip} (${ipMode})`
}

function describePort(out: Description, port: ServicePort, slices: readonly EndpointSlice[]): void {
  const name = port.name || '<unset>'
  const { protocol = '' } = port
  out.field(0, 'Port', `${name}\t${port.port}/${protocol}`)
  out.field(0, 'TargetPort', `${port.targetPort ?? 0}/${protocol}`)
  if (port.appProtocol !== undefined) out.field(0, 'AppProtocol', port.appProtocol)
  if (port.nodePort) out.field(0, 'NodePort', `${name}\t${port.nodePort}/${protocol}`)
  out.field(0, 'Endpoints', endpointsText(slices, port.name ?? ''))
}

function describePolicies(out: Description, { spec }: Service): void {
  out.field(0, 'Session Affinity', spec.sessionAffinity ?? '')
  if (spec.externalTrafficPolicy) out.field(0, 'External Traffic Policy', spec.externalTrafficPolicy)
  if (spec.internalTrafficPolicy) out.field(0, 'Internal Traffic Policy', spec.internalTrafficPolicy)
  if (spec.trafficDistribution) out.field(0, 'Traffic Distribution', spec.trafficDistribution)
}

export default describer
