import type { Text } from '../../../i18n/index.ts'
import type { Decision } from './arithmetic.ts'

export const words = {
  decisions: { en: 'Decisions, newest first', ko: '결정 (최근 것부터)' },
  onlyChanges: { en: 'Only changes', ko: '바뀐 것만' },
  none: {
    en: 'It has decided nothing yet. It looks every 15 seconds.',
    ko: '아직 내린 결정이 없어요. 15초마다 한 번씩 살펴봐요.',
  },
  noChange: { en: 'It has changed nothing yet.', ko: '아직 바꾼 것이 없어요.' },
  step: { en: '{from} → {to}', ko: '{from} → {to}' },
  pods: { en: '{n} {n|pod/pods}', ko: 'Pod {n}개' },
  noMetric: { en: 'It could not be measured: {error}', ko: '잴 수 없었어요: {error}' },
  unknownIdle: {
    en: '{n} {n|Pod/Pods} without a reading {n|counts/count} as idle before it grows: {sum}',
    ko: '값을 모르는 Pod {n}개는 늘리기 전에는 한가한 것으로 쳐요: {sum}',
  },
  unknownBusy: {
    en: '{n} {n|Pod/Pods} without a reading {n|counts/count} as busy before it shrinks: {sum}',
    ko: '값을 모르는 Pod {n}개는 줄이기 전에는 바쁜 것으로 쳐요: {sum}',
  },
  tolerance: {
    en: 'The ratio {ratio} is close enough to 1 (the tolerance): no change.',
    ko: '비율 {ratio|이/가} 1에 충분히 가까워요(허용 오차). 그대로 둬요.',
  },
  turned: {
    en: 'With the unknown Pods counted in, it would go the other way: no change.',
    ko: '값을 모르는 Pod까지 치면 방향이 뒤집혀요. 그대로 둬요.',
  },
  most: {
    en: 'The metric that asks for the most decides: {n}, by {metric}.',
    ko: '가장 많이 요구하는 메트릭을 따라요: {n}개 ({metric}).',
  },
  held: {
    en: 'Stabilisation: the recommendation of {time} still counts and holds it at {n}.',
    ko: '안정화: {time}에 나온 권장값이 아직 유효해서 {n}개로 붙잡아요.',
  },
  doubling: {
    en: 'At most twice as many at once, or 4: {n}.',
    ko: '한 번에 두 배 또는 4개까지만 늘려요: {n}개.',
  },
  podsPolicy: {
    en: 'Policy: at most {value} {value|Pod/Pods} in {seconds} s, counted from {start}: {n}.',
    ko: '정책: {seconds}초에 Pod {value}개까지. {start}개에서 세어 {n}개.',
  },
  percentPolicy: {
    en: 'Policy: at most {value} % in {seconds} s, counted from {start}: {n}.',
    ko: '정책: {seconds}초에 {value}%까지. {start}개에서 세어 {n}개.',
  },
  atMost: { en: 'Never more than maxReplicas: {n}.', ko: 'maxReplicas를 넘지 않아요: {n}개.' },
  atLeast: { en: 'Never fewer than minReplicas: {n}.', ko: 'minReplicas보다 적어지지 않아요: {n}개.' },
} satisfies Record<string, Text>

/** How a look ended, and where it did nothing, why. */
export const outcomeWords: { readonly [O in Decision['outcome']]: Text } = {
  'scaled-up': { en: 'Grows to {desired}.', ko: '{desired}개로 늘려요.' },
  'scaled-down': { en: 'Shrinks to {desired}.', ko: '{desired}개로 줄여요.' },
  matching: { en: 'Does nothing: it is as large as asked.', ko: '그대로: 이미 필요한 만큼 있어요.' },
  tolerated: { en: 'Does nothing: close enough to the target.', ko: '그대로: 목표에 충분히 가까워요.' },
  stabilized: {
    en: 'Does nothing: a recommendation of the last minutes holds it.',
    ko: '그대로: 최근의 권장값이 아직 붙잡고 있어요.',
  },
  limited: {
    en: 'Does nothing: a policy allows no more change for now.',
    ko: '그대로: 정책이 지금은 더 바꾸지 못하게 해요.',
  },
  'at-max': { en: 'Does nothing: it is at its maximum, {max}.', ko: '그대로: 이미 최댓값({max}개)이에요.' },
  'at-min': { en: 'Does nothing: it is at its minimum, {min}.', ko: '그대로: 이미 최솟값({min}개)이에요.' },
  disabled: {
    en: 'Does nothing: the target has 0 replicas, which switches it off.',
    ko: '그대로: 대상의 replicas가 0이라 오토스케일링이 꺼져 있어요.',
  },
  'no-target': { en: 'Does nothing: it finds no target. {error}', ko: '그대로: 대상을 찾지 못해요. {error}' },
  'no-metrics': { en: 'Does nothing: it has no metrics. {error}', ko: '그대로: 메트릭이 없어요. {error}' },
  ambiguous: {
    en: 'Does nothing: another autoscaler scales the same Pods.',
    ko: '그대로: 다른 오토스케일러가 같은 Pod를 조절하고 있어요.',
  },
  failed: { en: 'The change was refused: {error}', ko: '변경이 거절됐어요: {error}' },
}
