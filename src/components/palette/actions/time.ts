import type { Text } from '../../../i18n/index.ts'
import { runUntil, type StopCondition, session, setSpeed, step, togglePlay } from '../../../state/index.ts'
import { transportWords } from '../../transport/index.ts'
import type { Action, Key } from '../action.ts'

const togglePlayWords = { en: 'Play or pause', ko: '재생 / 일시 정지' }

const key = (shown: string, code: string): Key => ({ key: shown, code, shown, repeats: true })

const atBeginning = () => (session.getState().clock.tick === 0 ? transportWords.atBeginning : undefined)

/** Time does not run ahead of a guess. */
const predictFirst = () =>
  session.getState().guide?.refusal === 'predict-first' ? transportWords.predictFirst : undefined

const stops: { readonly [S in StopCondition]: Text } = {
  'next-change': transportWords.nextChange,
  'next-event': transportWords.nextEvent,
  converged: transportWords.converged,
  'all-ready': transportWords.allReady,
  'pending-pod': transportWords.pendingPod,
  'node-failed': transportWords.nodeFailed,
}

const speeds = [0.25, 1, 4, 20]

export const timeActions: readonly Action[] = [
  {
    id: 'play',
    group: 'time',
    label: togglePlayWords,
    keys: [{ key: ' ', code: 'Space', shown: 'Space' }],
    region: 'transport',
    refusal: predictFirst,
    run: togglePlay,
  },
  {
    id: 'tick-back',
    group: 'time',
    label: transportWords.tickBack,
    keys: [key(',', 'Comma')],
    region: 'scrubber',
    refusal: atBeginning,
    run: () => step('tick', true),
  },
  {
    id: 'tick-forward',
    group: 'time',
    label: transportWords.tickForward,
    keys: [key(';', 'Semicolon')],
    region: 'scrubber',
    refusal: predictFirst,
    run: () => step('tick'),
  },
  {
    id: 'event-back',
    group: 'time',
    label: transportWords.eventBack,
    keys: [key('[', 'BracketLeft')],
    region: 'scrubber',
    refusal: atBeginning,
    run: () => step('event', true),
  },
  {
    id: 'event-forward',
    group: 'time',
    label: transportWords.eventForward,
    keys: [key(']', 'BracketRight')],
    region: 'scrubber',
    refusal: predictFirst,
    run: () => step('event'),
  },
  ...Object.entries(stops).map(
    ([stop, { en, ko }]): Action => ({
      id: `until-${stop}`,
      group: 'time',
      label: { en: `Run until: ${en}`, ko: `여기까지 진행: ${ko}` },
      region: 'scrubber',
      refusal: predictFirst,
      run: () => runUntil(stop as StopCondition),
    }),
  ),
  ...speeds.map(
    (speed): Action => ({
      id: `speed-${speed}`,
      group: 'time',
      label: { en: `${transportWords.speed.en}: ${speed}×`, ko: `${transportWords.speed.ko}: ${speed}×` },
      region: 'transport',
      run: () => setSpeed(speed),
    }),
  ),
]
