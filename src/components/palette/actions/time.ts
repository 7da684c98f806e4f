import type { Text } from '../../../i18n/index.ts'
import { runUntil, type StopCondition, session, setSpeed, step, togglePlay } from '../../../state/index.ts'
import type { Action, Key } from '../action.ts'

const words = {
  togglePlay: { en: 'Play or pause', ko: '재생 / 멈춤' },
  tickBack: { en: 'A tick back', ko: '한 틱 뒤로' },
  tickForward: { en: 'A tick forward', ko: '한 틱 앞으로' },
  eventBack: { en: 'Back to the change before', ko: '이전 변화로' },
  eventForward: { en: 'On to the next change', ko: '다음 변화로' },
  atTheStart: { en: 'This is the beginning.', ko: '여기가 처음이에요.' },
  speed: { en: 'Speed', ko: '속도' },
} satisfies Record<string, Text>

const key = (shown: string, code: string): Key => ({ key: shown, code, shown, repeats: true })

const atTheStart = () => (session.getState().clock.tick === 0 ? words.atTheStart : undefined)

const stops: { readonly [S in StopCondition]: Text } = {
  'next-change': { en: 'Skip to the next change', ko: '다음 변화까지 건너뛰기' },
  'next-event': { en: 'Run until the next write', ko: '다음 기록까지 진행' },
  converged: { en: 'Run until no gap is open', ko: '차이가 모두 메워질 때까지 진행' },
  'all-ready': { en: 'Run until all Pods are ready', ko: '모든 Pod가 준비될 때까지 진행' },
  'pending-pod': { en: 'Run until a Pod is pending', ko: 'Pending인 Pod가 생길 때까지 진행' },
  'node-failed': { en: 'Run until a node fails', ko: '노드에 장애가 날 때까지 진행' },
}

const speeds = [0.25, 1, 4, 20]

export const timeActions: readonly Action[] = [
  {
    id: 'play',
    group: 'time',
    label: words.togglePlay,
    keys: [{ key: ' ', code: 'Space', shown: 'Space' }],
    region: 'transport',
    run: togglePlay,
  },
  {
    id: 'tick-back',
    group: 'time',
    label: words.tickBack,
    keys: [key(',', 'Comma')],
    region: 'scrubber',
    refusal: atTheStart,
    run: () => step('tick', true),
  },
  {
    id: 'tick-forward',
    group: 'time',
    label: words.tickForward,
    keys: [key(';', 'Semicolon')],
    region: 'scrubber',
    run: () => step('tick'),
  },
  {
    id: 'event-back',
    group: 'time',
    label: words.eventBack,
    keys: [key('[', 'BracketLeft')],
    region: 'scrubber',
    refusal: atTheStart,
    run: () => step('event', true),
  },
  {
    id: 'event-forward',
    group: 'time',
    label: words.eventForward,
    keys: [key(']', 'BracketRight')],
    region: 'scrubber',
    run: () => step('event'),
  },
  ...Object.entries(stops).map(
    ([stop, label]): Action => ({
      id: `until-${stop}`,
      group: 'time',
      label,
      region: 'scrubber',
      run: () => runUntil(stop as StopCondition),
    }),
  ),
  ...speeds.map(
    (speed): Action => ({
      id: `speed-${speed}`,
      group: 'time',
      label: { en: `${words.speed.en} ${speed}×`, ko: `${words.speed.ko} ${speed}배` },
      region: 'transport',
      run: () => setSpeed(speed),
    }),
  ),
]
