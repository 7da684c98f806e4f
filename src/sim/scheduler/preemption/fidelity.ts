import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'DefaultPreemption',
  upstream: 'pkg/scheduler/framework/preemption, plugins/defaultpreemption',
  version: 'v1.36',
  deviations: [
    {
      en: 'Victims are deleted in the same step in which they are chosen; upstream does it in the background.',
      ko: '희생할 Pod를 고르는 순간에 바로 지워요. 실제로는 뒤에서 따로 지워요.',
    },
  ],
} as const satisfies Fidelity
