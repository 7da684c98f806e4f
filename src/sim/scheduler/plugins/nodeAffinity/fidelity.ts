import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'NodeAffinity',
  upstream: 'pkg/scheduler/framework/plugins/nodeaffinity/node_affinity.go',
  version: 'v1.36',
  deviations: [],
} as const satisfies Fidelity
