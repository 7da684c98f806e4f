import type { Text } from '../../i18n/index.ts'

export const words = {
  empty: {
    en: 'Choose a Pod, a node or a workload on the stage to see what it is and why it is there.',
    ko: '화면에서 Pod나 노드, 워크로드를 하나 골라 보세요. 무엇이고 왜 거기에 있는지 보여 드려요.',
  },
  pauseToInspect: { en: 'Pause while I look', ko: '살펴보는 동안 멈추기' },
  close: { en: 'Close the inspector', ko: '살펴보기 닫기' },
  gone: { en: 'gone', ko: '사라짐' },
  goneNote: {
    en: 'It no longer exists. This is how it last was, and why it came to be.',
    ko: '이제는 없는 오브젝트예요. 마지막 모습과, 왜 생겨났는지를 볼 수 있어요.',
  },
  views: { en: 'Views of this object', ko: '이 오브젝트를 보는 방법' },
  summary: { en: 'Summary', ko: '요약' },
  why: { en: 'Why', ko: '이유' },
  yaml: { en: 'YAML', ko: 'YAML' },
  events: { en: 'Events', ko: '이벤트' },
  scheduler: { en: 'Scheduler', ko: '스케줄러' },
  decisions: { en: 'Decisions', ko: '결정' },
  related: { en: 'Next to it', ko: '이어진 오브젝트' },
  gaps: { en: 'Open gaps', ko: '남은 차이' },
  gap: {
    en: '{field}: {desired} wanted, {actual} there. For {owner} to close.',
    ko: '{field}: 원하는 값 {desired}, 실제 {actual}. 메울 쪽: {owner}',
  },
  noEvents: {
    en: 'Nothing has been reported about it. Components report with Events; most writes need none.',
    ko: '아직 보고된 이벤트가 없어요. 이벤트는 컴포넌트가 남기는 알림이라, 남기지 않는 변경이 더 많아요.',
  },
  times: { en: '{count} times since {first}', ko: '{first}부터 {count}번' },
  warning: { en: 'Warning', ko: '경고' },
  from: { en: 'from {source}', ko: '알린 곳: {source}' },
  goThere: { en: 'Go there', ko: '그때로 가기' },
  goThereAt: { en: 'Go to {time}', ko: '{time}의 세계로 가기' },
  because: { en: 'because', ko: '왜냐하면' },
  more: {
    en: 'and {count} more {count|trigger/triggers} at once',
    ko: '한꺼번에 처리한 다른 계기 {count}개',
  },
  noCauses: { en: 'Nothing has been written about it yet.', ko: '아직 아무 기록도 없어요.' },
  copy: { en: 'Copy', ko: '복사' },
  wrap: { en: 'Wrap lines', ko: '줄 바꿈' },
  brief: { en: 'Without status', ko: '상태 빼고' },
  matrix: { en: 'How the scheduler weighed the nodes', ko: '스케줄러가 노드를 따져 본 결과' },
  decided: { en: 'Decided at {time}: {node}', ko: '{time}에 정했어요: {node}' },
  rejected: { en: 'At {time} it was held back: {reason}', ko: '{time}에 보류됐어요: {reason}' },
  notVisited: {
    en: 'Enough nodes fitted, so {count} {count|node was/nodes were} not looked at.',
    ko: '알맞은 노드가 충분해서 나머지 {count}개는 살펴보지 않았어요.',
  },
  noneFits: { en: 'At {time} no node would do.', ko: '{time}에는 알맞은 노드가 없었어요.' },
  node: { en: 'Node', ko: '노드' },
  total: { en: 'Total', ko: '합계' },
  chosen: { en: 'chosen', ko: '선택' },
  refused: { en: '{plugin}: {reason}', ko: '{plugin}: {reason}' },
  moreNodes: { en: '… and {count} more {count|node/nodes}', ko: '… 그리고 노드 {count}개 더' },
} satisfies Record<string, Text>

/** How a thing stands: the chip beside its name. */
export const standings = {
  gone: { en: 'gone', ko: '사라짐' },
  unbound: { en: 'not on a node yet', ko: '노드 정해지기 전' },
  starting: { en: 'starting', ko: '시작하는 중' },
  ready: { en: 'ready', ko: '준비됨' },
  terminating: { en: 'terminating', ko: '종료 중' },
  failed: { en: 'failed', ko: '실패' },
  unknown: { en: 'unknown', ko: '알 수 없음' },
  succeeded: { en: 'succeeded', ko: '완료' },
  notReady: { en: 'not ready', ko: '준비 안 됨' },
  cordoned: { en: 'cordoned', ko: '스케줄 제외' },
  readyOf: { en: '{actual} of {desired} ready', ko: '{desired}개 중 {actual}개 준비됨' },
  thereOf: { en: '{actual} of {desired} there', ko: '{desired}개 중 {actual}개 있음' },
} satisfies Record<string, Text>

/** The subject of a deed that was one's own. */
export const you: Text = { en: 'You', ko: '내' }

/** What was done, by the ledger's verbs. What comes after it is the object. */
const deeds = {
  create: { en: '{actor} created', ko: '{actor|이/가} 만들었어요' },
  update: { en: '{actor} changed', ko: '{actor|이/가} 바꿨어요' },
  status: { en: '{actor} wrote the status of', ko: '{actor|이/가} 상태를 적었어요' },
  delete: { en: '{actor} deleted', ko: '{actor|이/가} 지웠어요' },
  event: { en: '{actor} reported', ko: '{actor|이/가} 알렸어요' },
  command: { en: 'You gave this command', ko: '내가 내린 명령이에요' },
  fault: { en: 'A fault began', ko: '고장이 일어났어요' },
  genesis: { en: 'There from the beginning', ko: '처음부터 있었어요' },
  other: { en: '{actor} wrote', ko: '{actor|이/가} 기록했어요' },
} satisfies Record<string, Text>

export function deedOf(verb: string): Text {
  return Object.hasOwn(deeds, verb) ? deeds[verb as keyof typeof deeds] : deeds.other
}
