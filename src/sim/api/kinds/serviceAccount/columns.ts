import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { ServiceAccount } from '../../types/index.ts'

export const columns: readonly Column<ServiceAccount>[] = [
  { name: 'NAME', cell: (serviceAccount) => serviceAccount.metadata.name },
  { name: 'AGE', cell: ageOf },
]
