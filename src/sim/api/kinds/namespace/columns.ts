import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { Namespace } from '../../types/index.ts'

export const columns: readonly Column<Namespace>[] = [
  { name: 'NAME', cell: (namespace) => namespace.metadata.name },
  { name: 'STATUS', cell: (namespace) => namespace.status.phase ?? '' },
  { name: 'AGE', cell: ageOf },
]
