import type { Text } from '../../i18n/index.ts'
import type { Lens, Look } from '../../state/index.ts'

export const words = {
  stage: { en: 'The cluster', ko: '클러스터' },
  asTable: { en: 'As a table', ko: '표로 보기' },
  lens: { en: 'Way of looking', ko: '보는 방식' },
} satisfies Record<string, Text>

/** The ways of looking at the world. */
export const lensWords: { readonly [L in Lens]: Text } = {
  loop: { en: 'Loop', ko: '루프' },
  map: { en: 'Map', ko: '지도' },
  traffic: { en: 'Traffic', ko: '트래픽' },
}

/** How a pod is, in a word. */
export const lookWords: { readonly [L in Look]: Text } = {
  gone: { en: 'gone', ko: '사라짐' },
  unbound: { en: 'no node yet', ko: '노드를 기다림' },
  starting: { en: 'starting', ko: '시작하는 중' },
  ready: { en: 'Ready', ko: '준비됨' },
  terminating: { en: 'terminating', ko: '종료하는 중' },
  failed: { en: 'failed', ko: '실패' },
  unknown: { en: 'unknown', ko: '알 수 없음' },
  succeeded: { en: 'succeeded', ko: '완료' },
}
