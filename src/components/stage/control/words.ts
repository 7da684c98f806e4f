import type { Text } from '../../../i18n/index.ts'

export const words = {
  controlPlane: { en: 'Control plane', ko: '컨트롤 플레인' },
  apiServer: { en: 'API server', ko: 'API 서버' },
  down: { en: 'down', ko: '멈춤' },
  revision: { en: 'rev {n}', ko: 'rev {n}' },
  asleep: { en: 'asleep', ko: '자는 중' },
  awake: { en: 'awake', ko: '깨어 있음' },
  queue: { en: '{n} {n|key/keys} in its queue', ko: '큐에 {n}개' },
  turns: { en: '{n} {n|turn/turns}', ko: '{n}바퀴' },
  more: { en: '{n} more', ko: '{n}개 더' },
  fewer: { en: 'Fewer', ko: '접기' },
  menu: { en: 'Actions for {name}', ko: '{name} 메뉴' },
} satisfies Record<string, Text>
