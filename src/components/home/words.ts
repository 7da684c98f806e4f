import type { Text } from '../../i18n/index.ts'

export const words = {
  claim: {
    en: 'Change the number you want, and watch who closes the gap.',
    ko: '원하는 개수를 고쳐 적고, 그 차이를 누가 메우는지 지켜보세요.',
  },
  lead: {
    en: 'A Kubernetes 1.36 cluster in this page: delete pods, pull plugs, roll out a bad image. You guess first; the cluster answers. No account, no cluster, nothing to install.',
    ko: '이 페이지 안에서 Kubernetes 1.36 클러스터가 돌아가요. Pod를 지우고, 노드의 전원을 뽑고, 잘못된 이미지를 배포해 보세요. 먼저 예상하면 클러스터가 답해요. 계정도 설치도 필요 없어요.',
  },
  begin: { en: 'Begin: {minutes} minutes', ko: '시작하기: {minutes}분' },
  goOn: { en: 'Go on: {title}', ko: '이어서 하기: {title}' },
  scenarios: { en: 'Scenarios', ko: '시나리오' },
  minutes: { en: '{minutes} min', ko: '{minutes}분' },
  chapter: { en: 'Chapter {chapter}', ko: '{chapter}장' },
  done: { en: 'done', ko: '완료' },
  levels_firstSteps: { en: 'first steps', ko: '첫걸음' },
  levels_course: { en: 'course', ko: '본과정' },
  levels_challenge: { en: 'challenge', ko: '도전' },
  sandbox: { en: 'Sandbox', ko: '샌드박스' },
  small: { en: 'Small', ko: '작게' },
  smallSize: { en: '3 nodes · 3 Pods', ko: '노드 3 · Pod 3' },
  smallLead: {
    en: 'Every Pod can be watched and taken by the hand.',
    ko: 'Pod 하나하나를 지켜보고 직접 만질 수 있어요.',
  },
  medium: { en: 'Medium', ko: '중간' },
  mediumSize: { en: '60 nodes · 1,200 Pods', ko: '노드 60 · Pod 1,200' },
  mediumLead: {
    en: 'Three zones on a map: pull the plug of a third of it.',
    ko: '지도에 존 세 개가 있어요. 그중 하나의 전원을 통째로 내려 보세요.',
  },
  planet: { en: 'Planet', ko: '행성' },
  planetSize: { en: '5,000 nodes · 150,000 Pods', ko: '노드 5,000 · Pod 150,000' },
  planetLead: {
    en: 'As large as Kubernetes itself goes. It takes a minute or two to come up.',
    ko: 'Kubernetes가 보장하는 가장 큰 크기예요. 준비하는 데 1~2분쯤 걸려요.',
  },
  sandboxLead: {
    en: 'A cluster of your own with every control and a terminal that takes kubectl.',
    ko: '모든 조작과 kubectl 터미널이 있는 나만의 클러스터예요.',
  },
  fidelity: { en: 'How true it is to Kubernetes 1.36', ko: 'Kubernetes 1.36과 얼마나 같은가' },
} satisfies Record<string, Text>
