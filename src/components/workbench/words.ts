import type { Text } from '../../i18n/index.ts'

export const words = {
  panels: { en: 'Panels', ko: '패널' },
  guide: { en: 'Guide', ko: '안내' },
  gaps: { en: 'Gaps', ko: '차이' },
  timeline: { en: 'Timeline', ko: '타임라인' },
  terminal: { en: 'Terminal', ko: '터미널' },
  log: { en: 'Log', ko: '기록' },
  manifest: { en: 'Manifest', ko: '매니페스트' },
  inspector: { en: 'Inspector', ko: '살펴보기' },
  howFar: {
    en: '{ready} of {desired} Pods Ready, {s} s of the cluster’s own time',
    ko: 'Pod {desired}개 중 {ready}개 준비됨, 클러스터 시간으로 {s}초',
  },
  filling: { en: 'The cluster is being set up', ko: '클러스터를 준비하는 중' },
  fillingFar: {
    en: '{ready} of {desired} Pods Ready · {s} s of the cluster’s own time. Look around meanwhile.',
    ko: 'Pod {desired}개 중 {ready}개 준비됨 · 클러스터 시간으로 {s}초. 그동안 둘러봐도 돼요.',
  },
  stopHere: { en: 'Stop here', ko: '여기서 멈추기' },
  giveUp: { en: 'Cancel', ko: '그만두기' },
  opening: { en: 'Setting the cluster up …', ko: '클러스터를 준비하고 있어요 …' },
  notOpened: { en: 'This world could not be opened.', ko: '이 세계를 열지 못했어요.' },
  home: { en: 'All scenarios', ko: '모든 시나리오' },
  hide: { en: 'Hide the panel', ko: '패널 접기' },
  show: { en: 'Show the panel', ko: '패널 펼치기' },
  dismiss: { en: 'Dismiss', ko: '닫기' },
} satisfies Record<string, Text>
