import type { Column } from '../../kind.ts'
import type { EndpointSlice } from '../../types/index.ts'

export const columns: readonly Column<EndpointSlice>[] = [
  { name: 'NAME', cell: (endpointSlice) => endpointSlice.metadata.name },
]
