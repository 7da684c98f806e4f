export const simulatedAutoscaler: readonly string[] = [
  'spec.behavior',
  'spec.maxReplicas',
  'spec.metrics',
  'spec.minReplicas',
  'spec.scaleTargetRef',
]
