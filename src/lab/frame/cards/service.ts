import { columns } from '../../../sim/api/kinds/service/columns.ts'
import type { EndpointSlice, Service } from '../../../sim/api/types/index.ts'
import type { ServiceCard } from '../format.ts'

const ports = columns.find(({ name }) => name === 'PORT(S)')

export function serviceCard(slot: number, service: Service, slices: readonly EndpointSlice[]): ServiceCard {
  const endpoints = slices.flatMap((slice) => slice.endpoints)
  return {
    slot,
    namespace: service.metadata.namespace ?? '',
    name: service.metadata.name,
    type: service.spec.type ?? 'ClusterIP',
    ports: String(ports?.cell(service, 0) ?? ''),
    endpoints: endpoints.filter(({ conditions }) => conditions.ready !== false).length,
  }
}
