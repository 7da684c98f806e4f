import type { Column } from '../../kind.ts'
import type { Deployment } from '../../types/index.ts'

export const columns: readonly Column<Deployment>[] = [
  { name: 'NAME', cell: (deployment) => deployment.metadata.name },
]
