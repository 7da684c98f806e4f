import type { Column } from '../../kind.ts'
import type { Event } from '../../types/index.ts'

export const columns: readonly Column<Event>[] = [{ name: 'NAME', cell: (event) => event.metadata.name }]
