import type { Text } from '../../../../i18n/index.ts'
import type { LoadKind } from './loadLine.ts'

export const words = {
  control: { en: 'Load on {name}', ko: '{name}에 보내는 부하' },
  rate: { en: 'Requests a second', ko: '초당 요청 수' },
  users: { en: 'Users', ko: '사용자 수' },
  perSecond: { en: '{n}/s', ko: '초당 {n}' },
  usersShort: { en: '{n} users', ko: '{n}명' },
  shape: { en: 'How they come', ko: '요청이 오는 모양' },
  spike: { en: 'Spike ×5', ko: '스파이크 ×5' },
  start: { en: 'Start', ko: '시작' },
  stop: { en: 'Stop', ko: '멈추기' },
  notSent: { en: 'Nothing is being sent.', ko: '지금은 보내는 요청이 없어요.' },
  more: { en: 'More', ko: '더 보기' },
  peak: { en: 'Peak, requests a second', ko: '최고일 때 초당 요청 수' },
  over: { en: 'Takes, seconds', ko: '걸리는 시간(초)' },
  think: { en: 'Think time, seconds', ko: '다음 요청까지 쉬는 시간(초)' },
  timeout: { en: 'Gives up after, seconds', ko: '포기할 때까지 기다리는 시간(초)' },
  retries: { en: 'Tries again, times', ko: '실패하면 다시 시도하는 횟수' },
  line: { en: 'As a line', ko: '명령으로는' },
} satisfies Record<string, Text>

export const kindNames: { readonly [K in LoadKind]: Text } = {
  const: { en: 'steady', ko: '일정하게' },
  ramp: { en: 'ramp', ko: '서서히 늘기' },
  spike: { en: 'spike', ko: '잠깐 치솟기' },
  wave: { en: 'wave', ko: '오르내리기' },
  flash: { en: 'flash crowd', ko: '한꺼번에 몰리기' },
  step: { en: 'steps', ko: '계단처럼' },
  users: { en: 'users who wait', ko: '기다리는 사용자' },
}

export const kindTold: { readonly [K in LoadKind]: Text } = {
  const: { en: 'As many every second, at random moments.', ko: '매초 같은 수만큼, 제각각인 순간에 와요.' },
  ramp: { en: 'From none to all of them in {over} s.', ko: '0에서 시작해 {over}초에 걸쳐 늘어나요.' },
  spike: {
    en: '{peak}/s for {over} s, then as before.',
    ko: '{over}초 동안 초당 {peak}, 그 뒤엔 원래대로예요.',
  },
  wave: { en: 'Up to {peak}/s and back, every {over} s.', ko: '{over}초마다 초당 {peak}까지 오르내려요.' },
  flash: {
    en: '{peak}/s within {over} s; they leave slowly.',
    ko: '{over}초 만에 초당 {peak}까지 몰렸다가 천천히 빠져요.',
  },
  step: {
    en: 'Twice, then four times as many, then as before.',
    ko: '두 배, 네 배로 늘었다가 원래대로 돌아와요.',
  },
  users: {
    en: 'Each asks, waits for the answer, thinks, asks again.',
    ko: '저마다 요청하고, 응답을 기다리고, 쉬었다가 다시 요청해요.',
  },
}
