import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'cloud-node-lifecycle-controller',
  upstream: 'staging/src/k8s.io/cloud-provider/controllers/nodelifecycle/node_lifecycle_controller.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'It looks at a node once it is no longer ready, at the next of its five-second marks, not at every one of them.',
      ko: '노드가 준비 상태를 잃었을 때만 다음 5초 단위 시점에 한 번 살펴요. 5초마다 모든 노드를 살피지는 않아요.',
    },
    {
      en: 'Machines that are switched off stay: the taint for shut-down nodes is not set.',
      ko: '꺼진 머신의 노드는 그대로 두고, 종료된 노드에 붙는 테인트는 붙이지 않아요.',
    },
  ],
} as const satisfies Fidelity
