import { simulatedTemplate } from '../pod/simulated.ts'

export const simulatedReplicaSet: readonly string[] = [
  'spec.minReadySeconds',
  'spec.replicas',
  'spec.selector',
  ...simulatedTemplate,
]
