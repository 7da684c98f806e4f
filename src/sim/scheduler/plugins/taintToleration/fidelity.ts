import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'TaintToleration',
  upstream: 'pkg/scheduler/framework/plugins/tainttoleration/taint_toleration.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Tolerations with the operators Lt and Gt count only where the feature is on, which it is not.',
      ko: 'Lt와 Gt 연산자를 쓰는 톨러레이션은 해당 기능이 켜져 있어야 통하는데, 여기서는 꺼져 있어요.',
    },
  ],
} as const satisfies Fidelity
