import type { Column } from '../../kind.ts'
import type { Secret } from '../../types/index.ts'

export const columns: readonly Column<Secret>[] = [{ name: 'NAME', cell: (secret) => secret.metadata.name }]
