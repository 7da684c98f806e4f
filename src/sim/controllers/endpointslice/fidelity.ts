import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'endpointslice-controller',
  upstream: 'pkg/controller/endpointslice, staging/src/k8s.io/endpointslice',
  version: 'v1.36',
  deviations: [
    {
      en: 'Only IPv4 slices are made, and no topology hints.',
      ko: 'IPv4 EndpointSlice만 만들고, 토폴로지 힌트는 넣지 않아요.',
    },
    {
      en: 'New endpoints are added in the order in which their pods were created; a real controller takes them in no particular order.',
      ko: '새 엔드포인트는 Pod가 만들어진 순서대로 넣어요. 실제 컨트롤러에는 정해진 순서가 없어요.',
    },
    {
      en: 'Changes of readiness within the same second count as one for the trigger-time annotation.',
      ko: '같은 초 안에 일어난 준비 상태 변화는 trigger-time 어노테이션에서 하나로 쳐요.',
    },
  ],
} as const satisfies Fidelity
