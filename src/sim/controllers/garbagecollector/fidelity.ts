import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'generic-garbage-collector',
  upstream: 'pkg/controller/garbagecollector',
  version: 'v1.36',
  deviations: [
    {
      en: 'Owners are found by an index of the store instead of a graph the collector builds itself.',
      ko: '가비지 컬렉터가 그래프를 직접 만드는 대신 저장소의 색인에서 소유자를 찾아요.',
    },
    {
      en: 'An owner of a kind that is not simulated is taken to exist.',
      ko: '시뮬레이션하지 않는 종류의 소유자는 있다고 봐요.',
    },
    {
      en: 'Owner references across namespaces delete the dependent without the warning event.',
      ko: '네임스페이스를 넘는 소유자 참조가 있으면 경고 이벤트 없이 딸린 객체를 지워요.',
    },
  ],
} as const satisfies Fidelity
