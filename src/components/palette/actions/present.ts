/** Before a room: what a clicker sends means what it means to slides. */
import type { Text } from '../../../i18n/index.ts'
import { darken, guide, present, presenting, session } from '../../../state/index.ts'
import type { Action, Key } from '../action.ts'

const words = {
  present: { en: 'Present to a room', ko: '발표 시작' },
  next: { en: 'Next step (clicker)', ko: '다음 단계(리모컨)' },
  back: { en: 'Step before (clicker)', ko: '이전 단계(리모컨)' },
  dark: { en: 'Darken the screen', ko: '화면 끄기' },
  stay: { en: 'Go on presenting', ko: '발표 계속하기' },
  end: { en: 'End the presentation', ko: '발표 끝내기' },
} satisfies Record<string, Text>

const isOn = () => presenting.getState().isOn
const withSteps = () => isOn() && session.getState().guide !== undefined
const named = (name: string, shown: string): Key => ({ key: name, code: name, shown })

export const presentActions: readonly Action[] = [
  {
    id: 'present',
    group: 'look',
    label: words.present,
    isThere: () => !isOn(),
    run: () => present(true),
  },
  {
    id: 'present-next',
    group: 'guide',
    label: words.next,
    keys: [named('ArrowRight', '→'), named('ArrowDown', '↓')],
    isThere: withSteps,
    run: () => guide({ do: 'next' }),
  },
  {
    id: 'present-back',
    group: 'guide',
    label: words.back,
    keys: [named('ArrowLeft', '←'), named('ArrowUp', '↑')],
    isThere: withSteps,
    run: () => guide({ do: 'back' }),
  },
  {
    id: 'present-dark',
    group: 'look',
    label: words.dark,
    keys: [
      { key: 'b', code: 'KeyB', shown: 'B' },
      { key: '.', code: 'Period', shown: '.' },
    ],
    isThere: isOn,
    run: () => darken(true),
  },
  {
    // A clicker's key for "start": the browser would load the page anew in the middle of a talk.
    id: 'present-stay',
    group: 'look',
    label: words.stay,
    keys: [named('F5', 'F5')],
    isThere: isOn,
    run: () => present(true),
  },
  {
    id: 'present-end',
    group: 'look',
    label: words.end,
    keys: [named('Escape', 'Esc')],
    isThere: isOn,
    run: () => present(false),
  },
]
