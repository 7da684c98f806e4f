import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'pod-garbage-collector-controller',
  upstream: 'pkg/controller/podgc/gc_controller.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Passes are made only while some pod names a node that is missing or out of service.',
      ko: '없어졌거나 서비스에서 빠진 노드를 가리키는 Pod가 있을 때만 점검해요.',
    },
    {
      en: 'Finished pods are kept however many there are; a real cluster removes the oldest beyond 12,500.',
      ko: '끝난 Pod는 아무리 많아도 남겨 둬요. 실제 클러스터는 12,500개를 넘으면 오래된 것부터 지워요.',
    },
  ],
} as const satisfies Fidelity
