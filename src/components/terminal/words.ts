import type { Text } from '../../i18n/index.ts'

export const words = {
  terminal: { en: 'Terminal', ko: '터미널' },
  printed: { en: 'What the commands printed', ko: '명령의 출력' },
  prompt: { en: 'Command line', ko: '명령줄' },
  documentPrompt: {
    en: 'Next line of the document, {marker} ends it',
    ko: '문서의 다음 줄 ({marker}로 끝나요)',
  },
  placeholder: { en: 'kubectl get pods', ko: 'kubectl get pods' },
  empty: {
    en: 'kubectl as you know it, against the cluster in this page. Try one of these, or type your own.',
    ko: '늘 쓰던 kubectl 그대로, 이 페이지 안의 클러스터에 실행돼요. 아래에서 골라 보거나 직접 입력해 보세요.',
  },
  keys: {
    en: 'Tab completes · ↑ ↓ earlier lines · Ctrl-C interrupts · Ctrl-L clears · Esc, then Tab leaves',
    ko: 'Tab 자동 완성 · ↑ ↓ 이전 명령 · Ctrl-C 중단 · Ctrl-L 지우기 · Esc 다음 Tab으로 나가기',
  },
  completions: { en: 'Completions', ko: '자동 완성 후보' },
  completionCount: {
    en: '{count} {count|completion/completions}. Arrow keys choose, Enter takes one.',
    ko: '후보 {count}개. 화살표로 고르고 Enter로 넣으세요.',
  },
  noCompletion: { en: 'No completion', ko: '자동 완성할 말이 없어요' },
  stop: { en: 'Stop (Ctrl-C)', ko: '중단 (Ctrl-C)' },
  running: { en: 'Running: time passes until it ends', ko: '실행 중: 끝날 때까지 시간이 흘러요' },
  reading: { en: 'Reading: no time passes', ko: '읽는 중: 시간은 멈춰 있어요' },
  complete: { en: 'Complete', ko: '자동 완성' },
  earlier: { en: 'Earlier line', ko: '이전 명령' },
  run: { en: 'Run', ko: '실행' },
  error: { en: 'error:', ko: '오류:' },
  cut: {
    en: '… {count} more characters are not shown. Narrow the question, with -l or -n, to see them; npm run lab prints everything.',
    ko: '… 나머지 {count}자는 보여 주지 않아요. -l이나 -n으로 범위를 좁혀 보세요. 전체는 npm run lab으로 출력할 수 있어요.',
  },
  log: { en: 'Command log', ko: '명령 기록' },
  noLines: {
    en: 'Every change you make is a command line, and shows up here: buttons, drags and menus too.',
    ko: '무엇을 바꾸든 명령 한 줄이 돼요. 버튼을 누르거나 끌어다 놓아도 그 명령이 여기에 남아요.',
  },
  you: { en: 'you', ko: '나' },
  guide: { en: 'guide', ko: '안내' },
  succeeded: { en: 'done', ko: '성공' },
  interrupted: { en: 'interrupted', ko: '중단됨' },
  failed: { en: 'exit {exit}', ko: '종료 코드 {exit}' },
  again: { en: 'Run again: {line}', ko: '다시 실행: {line}' },
  runAgain: { en: 'Run again', ko: '다시 실행' },
  copyScript: { en: 'Copy as a script', ko: '스크립트로 복사' },
  lines: { en: '{count} {count|line/lines}', ko: '{count}줄' },
  withDocument: { en: 'with a document of {count} {count|line/lines}', ko: '문서 {count}줄과 함께' },
} satisfies Record<string, Text>
