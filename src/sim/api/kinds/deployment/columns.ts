import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import { labelSelectorText } from '../../labelSelector.ts'
import type { Deployment } from '../../types/index.ts'
import { containerColumns } from '../containerCells.ts'

export const columns: readonly Column<Deployment>[] = [
  { name: 'NAME', cell: (deployment) => deployment.metadata.name },
  { name: 'READY', cell: ({ spec, status }) => `${status.readyReplicas ?? 0}/${spec.replicas}` },
  { name: 'UP-TO-DATE', cell: (deployment) => deployment.status.updatedReplicas ?? 0 },
  { name: 'AVAILABLE', cell: (deployment) => deployment.status.availableReplicas ?? 0 },
  { name: 'AGE', cell: ageOf },
  ...containerColumns,
  { name: 'SELECTOR', wide: true, cell: (deployment) => labelSelectorText(deployment.spec.selector) },
]
