import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { Lease } from '../../types/index.ts'

export const columns: readonly Column<Lease>[] = [
  { name: 'NAME', cell: (lease) => lease.metadata.name },
  { name: 'HOLDER', cell: (lease) => lease.spec.holderIdentity ?? '' },
  { name: 'AGE', cell: ageOf },
]
