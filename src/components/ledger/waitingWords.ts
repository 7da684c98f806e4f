/** What the owner of a gap waits for. Typed by reason: one without words does not compile. */
import type { Text } from '../../i18n/index.ts'
import type { WaitingFor } from '../../state/index.ts'

export interface WaitingWords {
  readonly plain: Text
  /** Where it is known who or where: `{name}`. */
  readonly named?: Text
  /** Where it is known until when: `{time}` is what is left of it. */
  readonly until?: Text
}

export const atWork: Text = { en: 'at work on it', ko: '지금 하고 있어요' }

export const waitingWords: { readonly [R in WaitingFor['reason']]: WaitingWords } = {
  asleep: {
    plain: { en: 'asleep', ko: '자고 있어요' },
    named: { en: '{name} is asleep', ko: '{name|이/가} 자고 있어요' },
  },
  scheduler: {
    plain: { en: 'waits for the scheduler to choose a node', ko: '스케줄러가 노드를 고르길 기다려요' },
  },
  kubelet: {
    plain: { en: 'waits for the kubelet', ko: 'kubelet을 기다려요' },
    named: { en: 'waits for the kubelet on {name}', ko: '{name}의 kubelet을 기다려요' },
  },
  'no-node-fits': {
    plain: { en: 'no node fits', ko: '맞는 노드가 없어요' },
    until: { en: 'tries again in {time}', ko: '{time} 뒤에 다시 찾아봐요' },
  },
  'image-pull': {
    plain: { en: 'pulling the image', ko: '이미지를 받고 있어요' },
    named: { en: '{name} is pulling the image', ko: '{name}에서 이미지를 받고 있어요' },
    until: { en: '{time} to go', ko: '{time} 남았어요' },
  },
  'back-off': {
    plain: { en: 'waits before it tries again', ko: '다시 시도하기 전에 기다려요' },
    until: { en: 'tries again in {time}', ko: '{time} 뒤에 다시 시도해요' },
  },
  start: {
    plain: { en: 'its container is starting', ko: '컨테이너가 시작하고 있어요' },
    named: { en: 'starting on {name}', ko: '{name}에서 시작하고 있어요' },
  },
  probe: {
    plain: { en: 'waits for its readiness probe', ko: 'readiness probe를 기다려요' },
    until: { en: 'asked again in {time}', ko: '{time} 뒤에 다시 물어봐요' },
  },
  termination: {
    plain: { en: 'shutting down', ko: '종료하고 있어요' },
    named: { en: 'shutting down on {name}', ko: '{name}에서 종료하고 있어요' },
    until: { en: 'killed in {time} at the latest', ko: '늦어도 {time} 뒤에는 강제로 끝나요' },
  },
  'node-silent': {
    plain: { en: 'its node is silent', ko: '노드가 조용해요' },
    named: { en: '{name} is silent', ko: '{name|이/가} 조용해요' },
    until: { en: '{time} until it is acted on', ko: '{time} 뒤에 조치해요' },
  },
  'node-back': {
    plain: { en: 'waits for its node to come back', ko: '노드가 돌아오길 기다려요' },
    named: { en: 'waits for {name} to come back', ko: '{name|이/가} 돌아오길 기다려요' },
  },
  'rate-limit': {
    plain: { en: 'held back by a rate limit', ko: '속도 제한 때문에 늦추고 있어요' },
    named: { en: '{name} is held back by a rate limit', ko: '{name|이/가} 속도 제한 때문에 늦추고 있어요' },
    until: { en: 'goes on in {time}', ko: '{time} 뒤에 이어서 해요' },
  },
  rollout: {
    plain: { en: 'waits for the next step of the rollout', ko: '롤아웃의 다음 차례를 기다려요' },
    named: { en: 'waits for {name}', ko: '{name|을/를} 기다려요' },
  },
  'api-server': {
    plain: { en: 'the API server does not answer', ko: 'API 서버가 응답하지 않아요' },
  },
}
