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
  scaling: { en: 'Autoscaler {name}', ko: '오토스케일러 {name}' },
  raw: { en: 'asked by metrics', ko: '메트릭이 원하는 수' },
  limited: { en: 'after limits', ko: '제한을 거친 수' },
  desired: { en: 'desired', ko: '원하는 수' },
  scalingChart: {
    en: 'The autoscaler over time: at last the metrics ask for {raw}, limits leave {limited}, {desired} desired.',
    ko: '시간에 따른 오토스케일러. 마지막에는 메트릭이 {raw}, 제한을 거쳐 {limited}, 원하는 수 {desired}.',
  },
  table: { en: 'Requests, second by second', ko: '초마다의 요청' },
  time: { en: 'time', ko: '시각' },
  endpoints: { en: 'endpoints', ko: '엔드포인트' },
  latest: { en: 'The newest {n} seconds', ko: '최근 {n}초' },
} satisfies Record<string, Text>
