import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'InterPodAffinity',
  upstream: 'pkg/scheduler/framework/plugins/interpodaffinity/{plugin,filtering,scoring}.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Counts are taken afresh when preemption tries out the removal of pods, instead of being adjusted.',
      ko: '선점이 Pod를 빼 보면서 따질 때, 세어 둔 수를 고치지 않고 처음부터 다시 세요.',
    },
    {
      en: 'When another pod changes, a namespaceSelector is taken to match, so that a pod may be tried once too often.',
      ko: '다른 Pod가 바뀌면 namespaceSelector가 맞는다고 봐요. 그래서 Pod를 한 번 더 시도할 수도 있어요.',
    },
  ],
} as const satisfies Fidelity
