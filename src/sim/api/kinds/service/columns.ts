import type { Column } from '../../kind.ts'
import type { Service } from '../../types/index.ts'

export const columns: readonly Column<Service>[] = [
  { name: 'NAME', cell: (service) => service.metadata.name },
]
