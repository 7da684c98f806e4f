import { simulatedTemplate } from '../pod/simulated.ts'

export const simulatedDeployment: readonly string[] = [
  'spec.minReadySeconds',
  'spec.paused',
  'spec.progressDeadlineSeconds',
  'spec.replicas',
  'spec.revisionHistoryLimit',
  'spec.selector',
  'spec.strategy',
  ...simulatedTemplate,
]
