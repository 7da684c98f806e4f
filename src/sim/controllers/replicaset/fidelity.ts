import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'replicaset-controller',
  upstream: 'pkg/controller/replicaset/replica_set.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Pods of one batch are created one after another, not at the same time; the API budget spaces them as it does in a real cluster.',
      ko: '한 묶음의 Pod를 동시에 만들지 않고 차례로 만들어요. 간격은 실제 클러스터처럼 API 호출 한도가 정해요.',
    },
    {
      en: 'One ReplicaSet at a time uses the API budget; a real controller shares it among five workers.',
      ko: 'API 호출 한도는 한 번에 ReplicaSet 하나만 써요. 실제 컨트롤러에서는 작업자 다섯이 나누어 써요.',
    },
    {
      en: 'Syncs that could only find what the last one left are not made: after a status of its own, or when a pod changes in a way that no set counts.',
      ko: '직전과 결과가 같을 수밖에 없는 동기화는 하지 않아요. 스스로 상태를 쓴 직후나, 어느 ReplicaSet도 세지 않는 Pod의 변화가 그래요.',
    },
  ],
} as const satisfies Fidelity
