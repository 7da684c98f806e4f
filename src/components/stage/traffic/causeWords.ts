/** Why requests fail, for those who have never seen it: the word that engineers use, and what it means. */
import type { Text } from '../../../i18n/index.ts'
import type { RequestFate } from '../../../state/index.ts'

export interface CauseWords {
  readonly name: Text
  readonly told: Text
}

export const causeWords: { readonly [F in RequestFate]: CauseWords } = {
  'no-endpoints': {
    name: { en: 'no endpoint', ko: '엔드포인트 없음' },
    told: {
      en: 'no Pod behind the Service was Ready, so the node’s proxy turned it away.',
      ko: 'Service 뒤에 준비된 Pod가 없어서 노드의 kube-proxy가 돌려보냈어요.',
    },
  },
  refused: {
    name: { en: 'refused', ko: '연결 거부' },
    told: {
      en: 'the Pod got it before it listened, or after it had closed.',
      ko: 'Pod가 아직 열기 전이거나 이미 닫은 뒤에 도착했어요.',
    },
  },
  reset: {
    name: { en: 'reset', ko: '연결 끊김' },
    told: {
      en: 'the process ended while the request was in it.',
      ko: '처리하던 도중에 프로세스가 끝나 버렸어요.',
    },
  },
  timeout: {
    name: { en: 'timed out', ko: '시간 초과' },
    told: {
      en: 'no answer came within the time that the client waits.',
      ko: '클라이언트가 기다리는 시간 안에 응답이 오지 않았어요.',
    },
  },
  unreachable: {
    name: { en: 'lost', ko: '사라짐' },
    told: {
      en: 'it went to a machine without power or network; nobody heard it.',
      ko: '전원이나 네트워크가 끊긴 기계로 가서 아무도 받지 못했어요.',
    },
  },
  overflow: {
    name: { en: 'overflow', ko: '대기열 넘침' },
    told: {
      en: 'the Pod’s queue of connections was full.',
      ko: 'Pod의 연결 대기열이 가득 차 있었어요.',
    },
  },
  error: {
    name: { en: 'error', ko: '오류 응답' },
    told: { en: 'the app answered, with an error (5xx).', ko: '앱이 오류(5xx)로 답했어요.' },
  },
  dns: {
    name: { en: 'no such name', ko: '이름 없음' },
    told: { en: 'DNS knew no address for it.', ko: 'DNS가 주소를 찾지 못했어요.' },
  },
  'no-route': {
    name: { en: 'no way in', ko: '들어갈 길 없음' },
    told: {
      en: 'nobody outside the cluster can reach it.',
      ko: '클러스터 밖에서 닿을 수 있는 길이 없어요.',
    },
  },
}
