import type { Text } from '../../i18n/index.ts'

export const words = {
  keys: { en: 'Keys', ko: '키 목록' },
  terminal: { en: 'In the terminal', ko: '터미널에서' },
  letterKeys: {
    en: 'Keys of letters and punctuation are on',
    ko: '글자와 문장 부호 단축키 사용',
  },
} satisfies Record<string, Text>

/** Keys that are no actions: they mean something at the terminal's prompt only. */
export const otherKeys: readonly { readonly label: Text; readonly shown: readonly string[] }[] = [
  { label: { en: 'Complete the word', ko: '자동 완성' }, shown: ['Tab'] },
  { label: { en: 'Earlier and later lines', ko: '이전 / 다음 명령' }, shown: ['↑', '↓'] },
  { label: { en: 'Interrupt', ko: '중단' }, shown: ['Ctrl C'] },
  { label: { en: 'Clear the screen', ko: '화면 지우기' }, shown: ['Ctrl L'] },
]
