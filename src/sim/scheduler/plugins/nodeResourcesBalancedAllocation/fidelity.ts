import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'NodeResourcesBalancedAllocation',
  upstream: 'pkg/scheduler/framework/plugins/noderesources/balanced_allocation.go',
  version: 'v1.36',
  deviations: [],
} as const satisfies Fidelity
