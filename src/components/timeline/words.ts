import type { Text } from '../../i18n/index.ts'

export const words = {
  timeline: { en: 'Timeline', ko: '타임라인' },
  desired: { en: 'desired', ko: '원하는 수' },
  actual: { en: 'actual', ko: '실제 수' },
  gap: { en: 'gap', ko: '차이' },
  position: { en: 'Moment of the recording', ko: '기록에서 보고 있는 순간' },
  at: { en: '{time} of {horizon}', ko: '{horizon} 가운데 {time}' },
  nothingYet: { en: 'Nothing is recorded yet', ko: '아직 기록이 없어요' },
  nothingYetWhy: {
    en: 'Press play, and time leaves its trail here.',
    ko: '재생을 누르면 지나간 시간이 여기에 남아요.',
  },
  command: { en: '{time}, command: {line}', ko: '{time}, 명령: {line}' },
  fault: { en: '{time}, fault: {line}', ko: '{time}, 장애: {line}' },
  several: { en: '{n} from {time} on', ko: '{time}부터 모두 {n} 개' },
  marks: { en: 'Commands and faults', ko: '명령과 장애' },
  chart: {
    en: 'Desired and actual Pods over time: now {desired} desired, {actual} actual.',
    ko: '시간에 따른 원하는 Pod 수와 실제 Pod 수. 지금은 원하는 수 {desired}, 실제 수 {actual}.',
  },
  chartEmpty: { en: 'Desired and actual Pods over time', ko: '시간에 따른 원하는 Pod 수와 실제 Pod 수' },
  requests: { en: 'Requests', ko: '요청' },
  asTable: { en: 'As a table', ko: '표로 보기' },
  time: { en: 'time', ko: '시각' },
  latest: { en: 'The newest {n} changes', ko: '최근 변화 {n}개' },
} satisfies Record<string, Text>
