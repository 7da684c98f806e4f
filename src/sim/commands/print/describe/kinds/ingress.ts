import { EndpointSlices } from '../../../../api/kinds/endpointSlice/index.ts'
import { ingressAddress } from '../../../../api/kinds/ingress/columns.ts'
import { Services } from '../../../../api/kinds/service/index.ts'
import type { Ingress, IngressBackend } from '../../../../api/types/index.ts'
import { type DescribeContext, type Describer, describeEventsOf } from '../describer.ts'
import type { Description } from '../description.ts'
import { endpointsText } from '../endpoints.ts'
import { describeAnnotations, describeLabels } from '../metadata.ts'

const describer: Describer<Ingress> = {
  kind: 'Ingress',
  describe(out, ingress, context) {
    const { metadata, spec } = ingress
    const { namespace = '' } = metadata
    const fallback =
      spec.defaultBackend === undefined ? '<default>' : backendText(spec.defaultBackend, namespace, context)
    out.field(0, 'Name', metadata.name)
    describeLabels(out, 'Labels', metadata.labels)
    out.field(0, 'Namespace', namespace)
    out.field(0, 'Address', ingressAddress(ingress))
    out.field(0, 'Ingress Class', spec.ingressClassName ?? '<none>')
    out.field(0, 'Default backend', fallback)
    describeTls(out, ingress)
    describeRules(out, ingress, fallback, context)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    describeEventsOf(out, ingress, context)
  },
}
export default describer

function describeTls(out: Description, { spec }: Ingress): void {
  if (spec.tls === undefined || spec.tls.length === 0) return
  out.line(0, 'TLS:')
  for (const { hosts = [], secretName } of spec.tls)
    out.line(1, `${secretName ? `${secretName} terminates` : 'SNI routes'} ${hosts.join(',')}`)
}

function describeRules(
  out: Description,
  { metadata, spec }: Ingress,
  fallback: string,
  context: DescribeContext,
): void {
  out.line(0, 'Rules:')
  out.line(1, 'Host\tPath\tBackends')
  out.line(1, '----\t----\t--------')
  const rules = (spec.rules ?? []).filter(({ http }) => http !== undefined)
  for (const { host, http } of rules) {
    out.line(1, `${host || '*'}\t`)
    for (const { path = '', backend } of http?.paths ?? [])
      out.line(2, `\t${path} \t${backendText(backend, metadata.namespace ?? '', context)}`)
  }
  if (rules.length === 0) out.line(1, `*\t*\t${fallback}`)
}

/** "web:80 (10.244.0.3:8080)" */
function backendText(
  { service, resource }: IngressBackend,
  namespace: string,
  context: DescribeContext,
): string {
  if (service !== undefined) {
    const port = service.port?.name || String(service.port?.number ?? 0)
    return `${service.name}:${port} (${endpointsOf(service, namespace, context)})`
  }
  if (resource === undefined) return ''
  return `APIGroup: ${resource.apiGroup ?? '<none>'}, Kind: ${resource.kind}, Name: ${resource.name}`
}

function endpointsOf(
  { name, port }: NonNullable<IngressBackend['service']>,
  namespace: string,
  { reader }: DescribeContext,
): string {
  const service = reader.get(Services, namespace, name)
  if (service === undefined) return `<error: services ${JSON.stringify(name)} not found>`
  const named = (service.spec.ports ?? []).find((one) =>
    port?.number ? one.port === port.number : one.name === port?.name,
  )
  const slices = reader.byIndex(EndpointSlices, 'service', `${namespace}/${name}`)
  const sorted = [...slices].sort((left, right) => (left.metadata.name < right.metadata.name ? -1 : 1))
  return endpointsText(sorted, named?.name ?? '')
}
