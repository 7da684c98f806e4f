import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import { labelSelectorText } from '../../labelSelector.ts'
import type { ReplicaSet } from '../../types/index.ts'
import { containerColumns } from '../containerCells.ts'

export const columns: readonly Column<ReplicaSet>[] = [
  { name: 'NAME', cell: (replicaSet) => replicaSet.metadata.name },
  { name: 'DESIRED', cell: (replicaSet) => replicaSet.spec.replicas },
  { name: 'CURRENT', cell: (replicaSet) => replicaSet.status.replicas },
  { name: 'READY', cell: (replicaSet) => replicaSet.status.readyReplicas ?? 0 },
  { name: 'AGE', cell: ageOf },
  ...containerColumns,
  { name: 'SELECTOR', wide: true, cell: (replicaSet) => labelSelectorText(replicaSet.spec.selector) },
]
