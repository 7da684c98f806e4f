import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { EndpointSlice } from '../../types/index.ts'

export const columns: readonly Column<EndpointSlice>[] = [
  { name: 'NAME', cell: (slice) => slice.metadata.name },
  { name: 'ADDRESSTYPE', cell: (slice) => slice.addressType },
  { name: 'PORTS', cell: (slice) => firstThree((slice.ports ?? []).map(({ port }) => String(port ?? '*'))) },
  {
    name: 'ENDPOINTS',
    cell: (slice) => firstThree((slice.endpoints ?? []).flatMap(({ addresses }) => addresses)),
  },
  { name: 'AGE', cell: ageOf },
]

function firstThree(values: readonly string[]): string {
  if (values.length === 0) return '<unset>'
  const more = values.length > 3 ? ` + ${values.length - 3} more...` : ''
  return values.slice(0, 3).join(',') + more
}
