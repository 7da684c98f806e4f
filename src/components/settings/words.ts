import type { Text } from '../../i18n/index.ts'

export const words = {
  settings: { en: 'Settings', ko: '설정' },
  language: { en: 'Language', ko: '언어' },
  theme: { en: 'Theme', ko: '테마' },
  system: { en: 'As the system', ko: '시스템 설정대로' },
  light: { en: 'Light', ko: '밝게' },
  dark: { en: 'Dark', ko: '어둡게' },
  largeType: { en: 'Large type', ko: '큰 글자' },
  reducedMotion: { en: 'Less motion', ko: '움직임 줄이기' },
  letterKeys: { en: 'Letter shortcuts', ko: '글자 단축키' },
  switchLanguage: { en: '한국어로 보기', ko: 'View in English' },
  pauseToInspect: { en: 'Pause while inspecting', ko: '살펴볼 때 멈추기' },
} satisfies Record<string, Text>
