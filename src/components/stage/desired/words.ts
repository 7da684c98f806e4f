import type { Text } from '../../../i18n/index.ts'

export const words = {
  andMore: { en: 'and {n} more', ko: '그 밖에 {n}개' },
  desired: { en: 'Desired', ko: '원하는 상태' },
  wanted: { en: 'wanted', ko: '개를 원해요' },
  ready: { en: '{n} Ready', ko: '준비 {n}' },
  missing: { en: '{n} missing', ko: '빈자리 {n}' },
  surplus: { en: '{n} too many', ko: '남는 것 {n}' },
  slots: { en: '{ready} of {desired} Ready', ko: '{desired}개 중 {ready}개 준비됨' },
  fewer: { en: 'One fewer', ko: '하나 줄이기' },
  more: { en: 'One more', ko: '하나 늘리기' },
  revision: { en: 'revision {n}', ko: '{n}번째 버전' },
  paused: { en: 'paused', ko: '롤아웃 멈춤' },
  rolling: { en: 'rolling out', ko: '롤아웃 중' },
  endpoints: { en: '{n} {n|endpoint/endpoints}', ko: '엔드포인트 {n}개' },
  between: { en: '{min} to {max}', ko: '{min}~{max}개' },
  menu: { en: 'Actions for {name}', ko: '{name} 메뉴' },
  nothing: { en: 'Nothing is wanted yet.', ko: '아직 원하는 것이 없어요.' },
} satisfies Record<string, Text>
