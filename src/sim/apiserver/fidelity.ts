import type { Fidelity } from '../api/deviation.ts'

export const fidelity = {
  name: 'kube-apiserver',
  upstream: 'staging/src/k8s.io/apiserver, pkg/registry',
  version: 'v1.36',
  deviations: [
    {
      en: 'There are no users: nobody logs in, and everything is allowed.',
      ko: '사용자가 없어요. 아무도 로그인하지 않고, 무엇이든 허용돼요.',
    },
    {
      en: 'Managed fields are not kept, so that two appliers never conflict over a field.',
      ko: 'managedFields를 기록하지 않아요. 그래서 두 사람이 같은 필드를 apply해도 충돌하지 않아요.',
    },
    {
      en: 'Writes take no time, and nothing limits how many are served at once.',
      ko: '쓰기에 시간이 걸리지 않고, 한꺼번에 받는 요청 수에도 제한이 없어요.',
    },
    {
      en: "Status writes of the cluster's own components are not validated again.",
      ko: '클러스터의 구성 요소가 쓰는 상태는 다시 검증하지 않아요.',
    },
    {
      en: "Renewals of a healthy node's lease are worked out when somebody reads it, without jitter between nodes.",
      ko: '건강한 노드의 Lease 갱신은 누가 읽을 때 계산해요. 노드마다 갱신 시각을 흩뜨리지도 않아요.',
    },
  ],
} as const satisfies Fidelity
