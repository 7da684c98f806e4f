import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import { labelsText } from '../../labelsText.ts'
import type { Service } from '../../types/index.ts'

export const columns: readonly Column<Service>[] = [
  { name: 'NAME', cell: (service) => service.metadata.name },
  { name: 'TYPE', cell: (service) => service.spec.type ?? '' },
  { name: 'CLUSTER-IP', cell: (service) => service.spec.clusterIPs?.[0] ?? '<none>' },
  { name: 'EXTERNAL-IP', cell: externalIp },
  { name: 'PORT(S)', cell: ports },
  { name: 'AGE', cell: ageOf },
  { name: 'SELECTOR', wide: true, cell: (service) => labelsText(service.spec.selector) },
]

function externalIp({ spec, status }: Service): string {
  const own = spec.externalIPs ?? []
  if (spec.type === 'ExternalName') return spec.externalName ?? ''
  if (spec.type !== 'LoadBalancer') return own.length === 0 ? '<none>' : own.join(',')
  const given = new Set((status.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || ''))
  given.delete('')
  const all = [...[...given].sort(), ...own]
  return all.length === 0 ? '<pending>' : all.join(',')
}

function ports({ spec }: Service): string {
  if (spec.ports === undefined || spec.ports.length === 0) return '<none>'
  return spec.ports
    .map(({ port, nodePort, protocol }) => `${nodePort ? `${port}:${nodePort}` : port}/${protocol}`)
    .join(',')
}
