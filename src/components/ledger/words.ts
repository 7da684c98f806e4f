import type { Text } from '../../i18n/index.ts'

export const words = {
  title: { en: 'Gap', ko: '차이' },
  ledger: { en: 'Gaps between desired and actual', ko: '원하는 상태와 실제 상태의 차이' },
  open: { en: '{n} open', ko: '{n}개 남음' },
  converged: { en: 'Converged: nothing is missing', ko: '수렴했어요. 모자란 것이 없어요' },
  more: { en: 'and {n} more', ko: '그 밖에 {n}개 더' },
  owner: { en: 'whose work it is', ko: '맡은 컴포넌트' },
  age: { en: 'open for {time}', ko: '{time}째' },
  inspect: { en: 'Look at {object}', ko: '{object} 살펴보기' },
  soon: { en: 'any moment now', ko: '곧' },

  // What is missing.
  promise: {
    en: 'wants {desired}, has asked for {actual}',
    ko: '원하는 건 {desired}개, 맡긴 건 {actual}개예요',
  },
  unseen: { en: 'the newest change not seen yet', ko: '새로 고친 내용을 아직 못 봤어요' },
  revisions: { en: '{actual} versions at the same time', ko: '버전 {actual}개가 함께 떠 있어요' },
  podsMissing: { en: '{n} {n|Pod/Pods} missing', ko: 'Pod {n}개가 모자라요' },
  podsExtra: { en: '{n} {n|Pod/Pods} too many', ko: 'Pod {n}개가 더 있어요' },
  podLeaving: { en: 'deleted, but still there', ko: '지웠는데 아직 있어요' },
  podsLeaving: { en: '{n} Pods deleted, but still there', ko: 'Pod {n}개를 지웠는데 아직 있어요' },
  podUnbound: { en: 'no node yet', ko: '아직 노드가 없어요' },
  podsUnbound: { en: '{n} Pods without a node', ko: 'Pod {n}개가 아직 노드가 없어요' },
  podNotReady: { en: 'not Ready yet', ko: '아직 준비되지 않았어요' },
  podsNotReady: { en: '{n} Pods not Ready yet', ko: 'Pod {n}개가 아직 준비되지 않았어요' },
  nodeNotReady: { en: 'node not Ready', ko: '노드가 준비되지 않았어요' },
  nodesNotReady: { en: '{n} nodes not Ready', ko: '노드 {n}개가 준비되지 않았어요' },
  nodeUnheard: { en: 'node not heard from', ko: '노드 소식이 끊겼어요' },
  nodesUnheard: { en: '{n} nodes not heard from', ko: '노드 {n}개의 소식이 끊겼어요' },
  other: { en: '{field}: {desired} wanted, {actual} now', ko: '{field}: 원하는 값 {desired}, 지금 {actual}' },
  others: { en: '{n} times {field}', ko: '{field} {n}개' },
} satisfies Record<string, Text>
