import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'namespace-controller',
  upstream: 'pkg/controller/namespace',
  version: 'v1.36',
  deviations: [
    {
      en: 'Kinds of resources are emptied in a fixed order once the pods are gone; the real order varies.',
      ko: 'Pod가 모두 사라진 뒤 나머지 종류를 정해진 순서로 비워요. 실제 순서는 그때그때 달라요.',
    },
  ],
} as const satisfies Fidelity
