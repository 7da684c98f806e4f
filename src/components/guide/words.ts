import type { Text } from '../../i18n/index.ts'
import type { GuideState } from '../../state/index.ts'

export const words = {
  stepOf: { en: 'Step {step} of {steps}', ko: '{steps}단계 중 {step}단계' },
  stepNumber: { en: 'Step {step}', ko: '{step}단계' },
  stepDone: { en: 'Step {step}, done', ko: '{step}단계, 완료' },
  steps: { en: 'Steps', ko: '단계' },
  back: { en: 'Back', ko: '이전' },
  next: { en: 'Next', ko: '다음' },
  skip: { en: 'Skip', ko: '건너뛰기' },
  again: { en: 'This step again', ko: '이 단계 다시' },
  restart: { en: 'Restart', ko: '처음부터' },

  lock: { en: 'Lock my guess', ko: '예상 확정하기' },
  lockWhy: { en: 'Choose an answer first', ko: '먼저 답을 골라 주세요' },
  locked: { en: 'locked', ko: '확정' },
  run: { en: 'Run', ko: '실행' },
  replay: { en: 'Watch it again', ko: '다시 보기' },
  sent: { en: 'Sent', ko: '보낸 명령' },
  willSend: { en: 'Run sends', ko: '실행하면 보내는 명령' },

  running: { en: 'The cluster is at work', ko: '클러스터가 일하고 있어요' },
  verdictIn: { en: 'answer in {time}', ko: '{time} 뒤에 답이 나와요' },

  guess: { en: 'Your guess', ko: '내 예상' },
  happened: { en: 'What happened', ko: '실제 결과' },
  right: { en: 'As you guessed', ko: '예상대로예요' },
  wrong: { en: 'Not as you guessed', ko: '예상과 달랐어요' },
  noGuess: { en: 'no guess', ko: '예상하지 않음' },
  decidedBy: { en: 'Decided by', ko: '결정한 일' },
  showMoment: { en: 'Go to this moment, {time}', ko: '이 순간으로 가기, {time}' },
  announceRight: {
    en: 'As you guessed: {happened}.',
    ko: '예상대로예요. {happened}.',
  },
  announceWrong: {
    en: 'You guessed: {guess}. What happened: {happened}.',
    ko: '내 예상: {guess}. 실제 결과: {happened}.',
  },
  announceResult: { en: 'The result is in.', ko: '결과가 나왔어요.' },

  goal: { en: 'Goal', ko: '목표' },
  goalNotYet: { en: 'Not yet', ko: '아직이에요' },
  goalHolding: { en: 'Met; hold it for {time} more', ko: '달성했어요. {time}만 더 유지하세요' },
  goalReached: { en: 'Reached', ko: '달성했어요' },
  hint: { en: 'Show a hint', ko: '힌트 보기' },
  hintsLeft: { en: '{n} left', ko: '{n}개 남음' },
  hintNumber: { en: 'Hint {n}', ko: '힌트 {n}' },
  solution: { en: 'Show the solution', ko: '풀이 보기' },
  solutionTitle: { en: 'One solution', ko: '풀이 하나' },
  copy: { en: 'Copy', ko: '복사' },

  ending: { en: 'That was “{title}”', ko: '“{title}” 완료' },
  youDid: { en: 'What you did', ko: '내가 한 일' },
  nextScenario: { en: 'Next', ko: '다음 시나리오' },
  minutes: { en: '{minutes} min', ko: '{minutes}분' },
  allScenarios: { en: 'All scenarios', ko: '모든 시나리오' },
  everything: { en: 'Show everything', ko: '모두 보기' },
  everythingWhy: {
    en: 'Stay in this world, with every control.',
    ko: '모든 조작을 켜고 이 세계에 더 머물러요.',
  },
} satisfies Record<string, Text>

type Deed = NonNullable<GuideState['decidedBy']>['verb']

/** Who did what; the object stands below. */
export const deeds: { readonly [V in Deed]: Text } = {
  create: { en: '{actor} created', ko: '{actor|이/가} 만들었어요' },
  update: { en: '{actor} changed', ko: '{actor|이/가} 고쳤어요' },
  status: { en: '{actor} wrote the status of', ko: '{actor|이/가} 상태를 적었어요' },
  delete: { en: '{actor} deleted', ko: '{actor|이/가} 지웠어요' },
  event: { en: '{actor} reported', ko: '{actor|이/가} 알렸어요' },
  command: { en: 'your command', ko: '내가 내린 명령' },
  fault: { en: 'a fault', ko: '장애' },
  genesis: { en: 'the beginning', ko: '처음 상태' },
}
