import type { Column } from '../../kind.ts'
import type { Node } from '../../types/index.ts'

export const columns: readonly Column<Node>[] = [{ name: 'NAME', cell: (node) => node.metadata.name }]
