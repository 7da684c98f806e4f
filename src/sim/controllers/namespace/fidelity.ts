import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'namespace-controller',
  upstream: 'pkg/controller/namespace',
  version: 'v1.36',
  deviations: [
    {
      en: 'Kinds of resources are emptied in a fixed order once the pods are gone; the real order varies.',
      ko: 'Pod가 모두 사라진 뒤 나머지 종류를 정해진 순서로 비워요. 실제 순서는 그때그때 달라요.',
    },
    {
      en: 'Where a namespace has more than 1,000 objects of a kind, 1,000 are deleted in a tick, in the order in which they were made rather than by name; its events go at the very end.',
      ko: '한 종류의 객체가 1,000개를 넘는 네임스페이스는 한 틱에 1,000개씩, 이름순이 아니라 만들어진 순서대로 지워요. 이벤트는 맨 마지막에 지워요.',
    },
  ],
} as const satisfies Fidelity
