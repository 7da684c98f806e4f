import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'NodePorts',
  upstream: 'pkg/scheduler/framework/plugins/nodeports/node_ports.go',
  version: 'v1.36',
  deviations: [],
} as const satisfies Fidelity
