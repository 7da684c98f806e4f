export const fidelity = {
  upstream: 'pkg/controller/garbagecollector',
  version: 'v1.36',
  deviations: [
    {
      en: 'Owners are found by an index of the store instead of a graph the collector builds itself.',
      ko: '수집기가 직접 만드는 그래프 대신 저장소의 색인으로 소유자를 찾습니다.',
    },
    {
      en: 'An owner of a kind that is not simulated is taken to exist.',
      ko: '시뮬레이션하지 않는 종류의 소유자는 있다고 봅니다.',
    },
    {
      en: 'Owner references across namespaces delete the dependent without the warning event.',
      ko: '네임스페이스를 넘는 소유자 참조는 경고 이벤트 없이 종속 객체를 지웁니다.',
    },
  ],
} as const
