import type { Text } from '../../../i18n/index.ts'
import { type GuideAction, guide, session } from '../../../state/index.ts'
import type { Action, Key } from '../action.ts'

const words = {
  next: { en: 'Next step', ko: '다음 단계' },
  back: { en: 'Step before', ko: '이전 단계' },
  hint: { en: 'A hint', ko: '힌트 보기' },
  solution: { en: 'Show the solution', ko: '정답 보기' },
  again: { en: 'This step again', ko: '이 단계를 처음부터' },
  restart: { en: 'The whole scenario again', ko: '시나리오를 처음부터' },
} satisfies Record<string, Text>

const inScenario = () => session.getState().guide !== undefined

const action = (move: Extract<GuideAction['do'], keyof typeof words>, ...keys: Key[]): Action => ({
  id: `guide-${move}`,
  group: 'guide',
  label: words[move],
  keys,
  isThere: inScenario,
  run: () => guide({ do: move }),
})

export const guideActions: readonly Action[] = [
  action('next', { key: 'PageDown', code: 'PageDown', shown: 'PageDown' }),
  action('back', { key: 'PageUp', code: 'PageUp', shown: 'PageUp' }),
  action('hint'),
  action('solution'),
  action('again'),
  action('restart'),
]
