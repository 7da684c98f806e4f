import type { Column } from '../../kind.ts'
import type { ConfigMap } from '../../types/index.ts'

export const columns: readonly Column<ConfigMap>[] = [
  { name: 'NAME', cell: (configMap) => configMap.metadata.name },
]
