import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'deployment-controller',
  upstream: 'pkg/controller/deployment',
  version: 'v1.36',
  deviations: [
    {
      en: 'The hash in the names of ReplicaSets is made from sorted JSON, so the names differ from those of a real cluster.',
      ko: 'ReplicaSet 이름에 붙는 해시를 정렬된 JSON에서 만들어요. 그래서 실제 클러스터와 이름이 달라요.',
    },
    {
      en: 'The rollback annotation of the old extensions/v1beta1 API is ignored.',
      ko: '옛 extensions/v1beta1 API의 롤백 어노테이션은 무시해요.',
    },
    {
      en: 'A Deployment that has rolled out and lacks pods waits for a change. The real controller, once its deadline has passed, looks again and again and finds nothing.',
      ko: '롤아웃이 끝난 Deployment는 Pod가 모자라도 무언가 바뀔 때까지 다시 보지 않아요. 실제 컨트롤러는 기한이 지나면 계속 다시 보지만, 달라지는 것은 없어요.',
    },
  ],
} as const satisfies Fidelity
