import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { ConfigMap } from '../../types/index.ts'

export const columns: readonly Column<ConfigMap>[] = [
  { name: 'NAME', cell: (configMap) => configMap.metadata.name },
  { name: 'DATA', cell: ({ data, binaryData }) => size(data) + size(binaryData) },
  { name: 'AGE', cell: ageOf },
]

function size(data: ConfigMap['data']): number {
  return Object.keys(data ?? {}).length
}
