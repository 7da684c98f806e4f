import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'NodeResourcesFit',
  upstream: 'pkg/scheduler/framework/plugins/noderesources/{fit,least_allocated}.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Extended resources backed by dynamic resource allocation are not modelled.',
      ko: '동적 자원 할당(DRA)이 뒷받침하는 확장 자원은 다루지 않아요.',
    },
  ],
} as const satisfies Fidelity
