import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'PodTopologySpread',
  upstream: 'pkg/scheduler/framework/plugins/podtopologyspread/{plugin,filtering,scoring}.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Counts are taken afresh when preemption tries out the removal of pods, instead of being adjusted.',
      ko: '선점이 Pod를 빼 보면서 따질 때, 세어 둔 수를 고치지 않고 처음부터 다시 세요.',
    },
  ],
} as const satisfies Fidelity
