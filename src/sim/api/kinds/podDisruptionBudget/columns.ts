import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type { PodDisruptionBudget } from '../../types/index.ts'

export const columns: readonly Column<PodDisruptionBudget>[] = [
  { name: 'NAME', cell: (budget) => budget.metadata.name },
  { name: 'MIN AVAILABLE', cell: ({ spec }) => spec.minAvailable ?? 'N/A' },
  { name: 'MAX UNAVAILABLE', cell: ({ spec }) => spec.maxUnavailable ?? 'N/A' },
  { name: 'ALLOWED DISRUPTIONS', cell: ({ status }) => status.disruptionsAllowed },
  { name: 'AGE', cell: ageOf },
]
