import type { Text } from '../../../i18n/index.ts'

export const words = {
  charts: { en: 'Requests', ko: '요청' },
  of: { en: 'Requests to {name}', ko: '{name} 요청' },
  requests: { en: 'Requests a second', ko: '초당 요청' },
  served: { en: 'served', ko: '성공' },
  failed: { en: 'failed', ko: '실패' },
  latency: { en: 'Time to the answer', ko: '응답 시간' },
  used: { en: 'CPU used of requested', ko: '요청한 CPU 대비 사용량' },
  noRequest: { en: 'no CPU is requested', ko: 'CPU 요청 없음' },
  requestsChart: {
    en: 'Requests a second over time: now {served} served, {failed} failed.',
    ko: '시간에 따른 초당 요청. 지금은 성공 {served}, 실패 {failed}.',
  },
  latencyChart: {
    en: 'Time to the answer over time: now half within {p50}, 95 % within {p95}, 99 % within {p99}.',
    ko: '시간에 따른 응답 시간. 지금은 절반이 {p50}, 95%가 {p95}, 99%가 {p99} 안에 응답.',
  },
  usedChart: {
    en: 'CPU used of what the Pods request, over time: now {used}.',
    ko: 'Pod가 요청한 CPU 대비 사용량의 변화. 지금은 {used}.',
  },
  table: { en: 'Requests, second by second', ko: '초마다의 요청' },
  time: { en: 'time', ko: '시각' },
  endpoints: { en: 'endpoints', ko: '엔드포인트' },
  latest: { en: 'The newest {n} seconds', ko: '최근 {n}초' },
} satisfies Record<string, Text>
