import type { Fidelity } from '../api/deviation.ts'

export const fidelity = {
  name: 'metrics-server',
  upstream: 'kubernetes-sigs/metrics-server pkg/storage',
  version: 'v0.8',
  deviations: [
    {
      en: 'It is there from the beginning and has no pod of its own; sim control-plane stop metrics-server switches it off.',
      ko: '처음부터 있고 자기 Pod는 없어요. sim control-plane stop metrics-server로 끌 수 있어요.',
    },
    {
      en: 'Every node is scraped at a time of its own within the fifteen seconds, drawn from the seed; really the scrapes come together and the kubelets’ readings are of different ages.',
      ko: '노드마다 15초 안의 서로 다른 시각에 읽고, 그 시각은 시드에서 정해요. 실제로는 한꺼번에 읽되 kubelet이 잰 시각이 저마다 달라요.',
    },
    {
      en: 'A container uses the CPU and memory that its image is described with when idle (1m and 64Mi unless sim app says otherwise), and what its requests cost.',
      ko: '컨테이너의 사용량은 이미지에 정해 둔 유휴 사용량(sim app으로 바꾸지 않으면 CPU 1m, 메모리 64Mi)에 요청 처리에 든 만큼을 더한 값이에요.',
    },
    {
      en: 'What a node uses is the sum of its containers, with 50m of CPU and 400Mi of memory for its daemons.',
      ko: '노드의 사용량은 컨테이너들의 합에 데몬 몫으로 CPU 50m와 메모리 400Mi를 더한 값이에요.',
    },
    {
      en: 'Custom and external metrics come from the same component: http_requests_per_second of pods, and what sim metric sets.',
      ko: '사용자 정의 지표와 외부 지표도 이 구성 요소가 제공해요. Pod의 http_requests_per_second와 sim metric으로 정한 값이 있어요.',
    },
  ],
} as const satisfies Fidelity
