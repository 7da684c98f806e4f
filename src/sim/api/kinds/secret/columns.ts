import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { Secret } from '../../types/index.ts'

export const columns: readonly Column<Secret>[] = [
  { name: 'NAME', cell: (secret) => secret.metadata.name },
  { name: 'TYPE', cell: (secret) => secret.type ?? '' },
  { name: 'DATA', cell: (secret) => Object.keys(secret.data ?? {}).length },
  { name: 'AGE', cell: ageOf },
]
