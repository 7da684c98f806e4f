export const fidelity = {
  upstream: 'pkg/controller/endpointslice and staging/src/k8s.io/endpointslice',
  version: 'v1.36',
  deviations: [
    {
      en: 'Only IPv4 slices are made, and no topology hints.',
      ko: 'IPv4 슬라이스만 만들고 토폴로지 힌트는 넣지 않습니다.',
    },
    {
      en: 'New endpoints are added in the order in which their pods were created; a real controller takes them in no particular order.',
      ko: '새 엔드포인트는 파드가 만들어진 순서로 넣습니다. 실제 컨트롤러에는 정해진 순서가 없습니다.',
    },
    {
      en: 'Changes of readiness within the same second count as one for the trigger-time annotation.',
      ko: '같은 초 안의 준비 상태 변화는 trigger-time 어노테이션에서 하나로 칩니다.',
    },
  ],
} as const
