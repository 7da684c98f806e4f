import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'cluster-autoscaler',
  upstream: 'cluster-autoscaler/core/static_autoscaler.go (kubernetes/autoscaler)',
  version: 'v1.36',
  deviations: [
    {
      en: 'What a new machine would be like is told by its pool, never read off a node that is there; DaemonSet pods are not put on it beforehand.',
      ko: '새 머신이 어떤 모습일지는 늘 풀의 설정에서 가져와요. 이미 있는 노드를 본뜨지 않고, DaemonSet Pod를 미리 얹어 보지도 않아요.',
    },
    {
      en: 'Options are those of one run, the same for all pools. The expander price divides the price of the machines by the pods they would hold; priority reads its list from the command line, not from a ConfigMap.',
      ko: '옵션은 모든 풀에 똑같이 적용돼요. price 확장기는 머신 값을 담을 수 있는 Pod 수로 나눠 비교하고, priority 확장기의 목록은 ConfigMap이 아니라 명령줄에서 받아요.',
    },
    {
      en: 'The status ConfigMap is written when it says something new, not every ten seconds, and in a shorter form.',
      ko: '상태 ConfigMap은 10초마다 쓰지 않고 내용이 달라졌을 때만 줄인 형식으로 써요.',
    },
    {
      en: 'Pods that are being evicted from a node are not counted in advance for the place they will need.',
      ko: '노드에서 쫓겨나는 중인 Pod가 곧 차지할 자리는 미리 셈에 넣지 않아요.',
    },
    {
      en: 'Limits of cores and memory for the whole cluster, balancing of similar pools, provisioning requests and pools made on the fly are not modelled.',
      ko: '클러스터 전체의 코어와 메모리 한도, 비슷한 풀끼리 맞추기, 프로비저닝 요청, 풀 자동 생성은 다루지 않아요.',
    },
  ],
} as const satisfies Fidelity
