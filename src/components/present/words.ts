import type { Text } from '../../i18n/index.ts'

export const words = {
  present: { en: 'Present', ko: '발표' },
  end: { en: 'End', ko: '발표 끝내기' },
  darken: { en: 'Darken the screen', ko: '화면 끄기' },
  dark: {
    en: 'The screen is dark. Any key brings it back.',
    ko: '화면을 껐어요. 아무 키나 누르면 돌아와요.',
  },
} satisfies Record<string, Text>
