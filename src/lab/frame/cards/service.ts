import { Pods } from '../../../sim/api/kinds/pod/index.ts'
import { columns } from '../../../sim/api/kinds/service/columns.ts'
import type { EndpointSlice, Service } from '../../../sim/api/types/index.ts'
import type { Engine } from '../../../sim/client/engine.ts'
import { mostPodLoads, type ServiceCard } from '../format.ts'

const ports = columns.find(({ name }) => name === 'PORT(S)')

/** `engine`: absent where nobody looks at the pods behind it. */
export function serviceCard(
  slot: number,
  service: Service,
  slices: readonly EndpointSlice[],
  engine: Engine | undefined,
): ServiceCard {
  const { namespace = '', name } = service.metadata
  const ready = slices
    .flatMap(({ endpoints }) => endpoints)
    .filter(({ conditions }) => conditions.ready !== false)
  return {
    slot,
    namespace,
    name,
    type: service.spec.type ?? 'ClusterIP',
    ports: String(ports?.cell(service, 0) ?? ''),
    endpoints: ready.length,
    pods:
      engine === undefined
        ? []
        : ready
            .slice(0, mostPodLoads)
            .map(({ targetRef }) => engine.server.slot(Pods, namespace, targetRef?.name ?? ''))
            .filter((pod) => pod !== 0),
  }
}
