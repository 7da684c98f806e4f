export const simulatedNode: readonly string[] = [
  'spec.podCIDR',
  'spec.podCIDRs',
  'spec.providerID',
  'spec.taints',
  'spec.unschedulable',
]
