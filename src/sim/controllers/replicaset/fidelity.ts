export const fidelity = {
  upstream: 'pkg/controller/replicaset/replica_set.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Pods of one batch are created one after another, not at the same time; the API budget spaces them as it does in a real cluster.',
      ko: '한 묶음의 파드를 동시에 만들지 않고 차례로 만듭니다. 간격은 실제 클러스터처럼 API 호출 한도가 정합니다.',
    },
    {
      en: 'One ReplicaSet at a time uses the API budget; a real controller shares it among five workers.',
      ko: 'API 호출 한도를 한 번에 레플리카셋 하나만 씁니다. 실제 컨트롤러는 작업자 다섯이 나누어 씁니다.',
    },
    {
      en: 'Syncs that could only find what the last one left are not made: after a status of its own, or when a pod changes in a way that no set counts.',
      ko: '직전 결과와 다를 수 없는 동기화는 하지 않습니다. 자신이 상태를 쓴 뒤나, 레플리카셋이 세지 않는 파드 변화가 그렇습니다.',
    },
  ],
} as const
