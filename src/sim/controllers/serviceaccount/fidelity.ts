import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'serviceaccount-controller',
  upstream: 'pkg/controller/serviceaccount/serviceaccounts_controller.go',
  version: 'v1.36',
  deviations: [],
} as const satisfies Fidelity
