import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'disruption-controller',
  upstream: 'pkg/controller/disruption/disruption.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'A pod makes every budget that selects it be looked at again, not just one of them, and no event says that there are several.',
      ko: 'Pod가 바뀌면 그 Pod를 고르는 모든 예산을 다시 살펴요. 하나만 골라 살피지 않고, 예산이 여럿이라는 이벤트도 남기지 않아요.',
    },
    {
      en: 'DisruptionTarget conditions of pods that were not deleted after all are not taken back.',
      ko: '삭제되지 않고 남은 Pod의 DisruptionTarget 조건은 되돌리지 않아요.',
    },
    {
      en: 'Preemption by the scheduler does not look at budgets.',
      ko: '스케줄러의 선점은 예산을 보지 않아요.',
    },
  ],
} as const satisfies Fidelity
