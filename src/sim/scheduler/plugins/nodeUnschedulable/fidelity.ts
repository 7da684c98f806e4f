import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'NodeUnschedulable',
  upstream: 'pkg/scheduler/framework/plugins/nodeunschedulable/node_unschedulable.go',
  version: 'v1.36',
  deviations: [],
} as const satisfies Fidelity
