import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'node-lifecycle-controller',
  upstream: 'pkg/controller/nodelifecycle/node_lifecycle_controller.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'A pass over the nodes is made only when something is due; passes in which nothing would happen are left out.',
      ko: '노드 점검은 할 일이 있을 때만 해요. 아무 일도 없을 점검은 건너뛰어요.',
    },
    {
      en: 'Pods of a lost node are marked not ready after the pass, not within it.',
      ko: '연락이 끊긴 노드의 Pod는 점검 도중이 아니라 점검이 끝난 뒤에 준비 안 됨으로 표시해요.',
    },
    {
      en: 'Labels that the controller copies between old and new names are not kept up.',
      ko: '컨트롤러가 옛 이름과 새 이름 사이에서 맞추는 레이블은 맞추지 않아요.',
    },
  ],
} as const satisfies Fidelity
