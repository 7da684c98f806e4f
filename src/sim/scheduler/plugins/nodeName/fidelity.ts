import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'NodeName',
  upstream: 'pkg/scheduler/framework/plugins/nodename/node_name.go',
  version: 'v1.36',
  deviations: [],
} as const satisfies Fidelity
