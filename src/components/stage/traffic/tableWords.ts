import type { Text } from '../../../i18n/index.ts'

export const tableWords = {
  twin: { en: 'Requests as tables', ko: '표로 본 요청' },
  service: { en: 'Service, over the last ten seconds', ko: 'Service (최근 10초)' },
  asked: { en: 'Asked a second', ko: '초당 요청' },
  users: { en: 'Users', ko: '사용자' },
  answered: { en: 'Answered a second', ko: '초당 응답' },
  failed: { en: 'Failed a second', ko: '초당 실패' },
  p50: { en: 'p50', ko: 'p50' },
  p95: { en: 'p95', ko: 'p95' },
  p99: { en: 'p99', ko: 'p99' },
  inFlight: { en: 'Under way', ko: '처리 중' },
  endpoints: { en: 'Endpoints', ko: '엔드포인트' },
  busy: { en: 'Busy', ko: '바쁜 정도' },
  count: { en: 'Count', ko: '횟수' },
  meaning: { en: 'What it means', ko: '뜻' },
  isEndpoint: { en: 'Endpoint', ko: '엔드포인트' },
  yes: { en: 'yes', ko: '예' },
  no: { en: 'no', ko: '아니요' },
  rps: { en: 'Requests a second', ko: '초당 요청' },
} satisfies Record<string, Text>
