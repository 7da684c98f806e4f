import type { Column } from '../../kind.ts'
import type { ReplicaSet } from '../../types/index.ts'

export const columns: readonly Column<ReplicaSet>[] = [
  { name: 'NAME', cell: (replicaSet) => replicaSet.metadata.name },
]
