export const fidelity = {
  upstream: 'pkg/controller/deployment',
  version: 'v1.36',
  deviations: [
    {
      en: 'The hash in the names of ReplicaSets is made from sorted JSON, so the names differ from those of a real cluster.',
      ko: '레플리카셋 이름의 해시를 정렬된 JSON에서 만들므로 실제 클러스터의 이름과 다릅니다.',
    },
    {
      en: 'The rollback annotation of the old extensions/v1beta1 API is ignored.',
      ko: '옛 extensions/v1beta1 API의 롤백 어노테이션은 무시합니다.',
    },
  ],
} as const
