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
  untold: {
    en: '{n} {n|change/changes} that nobody has been told of yet: what everybody knows is that old',
    ko: '아직 아무에게도 알리지 못한 변경 {n}개. 모두가 그만큼 옛것을 알고 있어요',
  },
  toCome: {
    en: '{n} {n|object/objects} that your line has not come to yet',
    ko: '입력한 명령이 아직 처리하지 못한 객체 {n}개',
  },
  more: { en: '{n} more', ko: '{n}개 더' },
  fewer: { en: 'Fewer', ko: '접기' },
  menu: { en: 'Actions for {name}', ko: '{name} 메뉴' },
} satisfies Record<string, Text>
