export const fidelity = {
  upstream: 'pkg/controller/serviceaccount/serviceaccounts_controller.go',
  version: 'v1.36',
  deviations: [],
} as const
