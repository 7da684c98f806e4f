import type { Text } from '../../i18n/index.ts'
import type { Group } from './action.ts'

export const words = {
  palette: { en: 'Commands', ko: '명령 찾기' },
  search: { en: 'What to do, what to look at, or a kubectl line', ko: '할 일, 살펴볼 것, 또는 kubectl 명령' },
  found: { en: 'What was found', ko: '찾은 것' },
  nothing: {
    en: 'Nothing of that name. A line that begins with kubectl or sim runs as it is.',
    ko: '그런 것은 없어요. kubectl이나 sim으로 시작하는 줄은 그대로 실행돼요.',
  },
  line: { en: 'Run this line', ko: '이 명령 실행' },
  objects: { en: 'Look at', ko: '살펴보기' },
} satisfies Record<string, Text>

export const groupNames: { readonly [G in Group]: Text } = {
  time: { en: 'Time', ko: '시간' },
  guide: { en: 'Guide', ko: '안내' },
  world: { en: 'World', ko: '클러스터' },
  look: { en: 'Screen', ko: '화면' },
  go: { en: 'Go to', ko: '이동' },
}
