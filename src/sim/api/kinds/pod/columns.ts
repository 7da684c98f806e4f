import type { Column } from '../../kind.ts'
import type { Pod } from '../../types/index.ts'

export const columns: readonly Column<Pod>[] = [{ name: 'NAME', cell: (pod) => pod.metadata.name }]
