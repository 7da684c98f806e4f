import type { Area } from '../../fidelity/index.ts'
import type { Text } from '../../i18n/index.ts'

export const words = {
  short: { en: 'Fidelity', ko: '충실도' },
  title: { en: 'How true it is to Kubernetes 1.36', ko: 'Kubernetes 1.36과 얼마나 같을까요?' },
  lead: {
    en: 'The loops here follow the sources of Kubernetes: same constants, same formulas, same messages. Where they are known to differ, this page says so, part by part.',
    ko: '여기서 도는 루프는 Kubernetes의 소스를 따라가요. 상수도, 계산식도, 메시지도 같아요. 다르다고 알려진 곳은 모두 이 페이지에 적어 둬요.',
  },
  checked: { en: 'How it is checked', ko: '어떻게 확인했나요?' },
  same: { en: 'No known difference.', ko: '알려진 차이가 없어요.' },
  missing: { en: 'What is not modelled', ko: '다루지 않는 것' },
  missingLead: {
    en: 'What is missing is refused by name, and a field that is taken but does nothing is named when you apply it. Nothing is quietly ignored.',
    ko: '없는 것은 이름을 대며 거절하고, 받기만 하고 아무 일도 하지 않는 필드는 apply할 때 이름을 알려 줘요. 말없이 무시하는 것은 없어요.',
  },
  kindsThere: { en: 'Kinds that are simulated ({count})', ko: '시뮬레이션하는 종류 ({count}가지)' },
  kindsMissing: { en: 'Well-known kinds that are not', ko: '아직 없는 대표적인 종류' },
  commandsThere: { en: 'kubectl commands that work ({count})', ko: '쓸 수 있는 kubectl 명령 ({count}가지)' },
  commandsMissing: { en: 'kubectl commands that do not', ko: '아직 없는 kubectl 명령' },
} satisfies Record<string, Text>

export const areaWords: Readonly<Record<Area['id'], Text>> = {
  controllers: { en: 'Controllers', ko: '컨트롤러' },
  scheduler: { en: 'Scheduler and its plugins', ko: '스케줄러와 플러그인' },
  kubelet: { en: 'Kubelets', ko: 'kubelet' },
  network: { en: 'Requests and their ways', ko: '요청과 네트워크' },
  metrics: { en: 'Metrics', ko: '메트릭' },
  cloud: { en: 'The cloud underneath', ko: '아래에 있는 클라우드' },
  api: { en: 'API server', ko: 'API 서버' },
  kubectl: { en: 'Command line', ko: '명령줄' },
}

/** The figures of the checks. Tests of the project hold those that can be counted in it. */
export const checks = [
  { id: 'recordings', figure: '41', kept: 22 },
  { id: 'transcripts', figure: '360 / 364' },
  { id: 'vectors', figure: '3,904', tables: 51 },
] as const

export const checkWords: Readonly<Record<(typeof checks)[number]['id'], { name: Text; what: Text }>> = {
  recordings: {
    name: { en: 'Recordings of a real control plane', ko: '진짜 컨트롤 플레인의 녹화' },
    what: {
      en: 'Rollouts, lost nodes and evictions were played on a real 1.36.2 control plane. Played again here, every step, placement, condition and event of the kinds below holds. {kept} of the recordings are run with every change.',
      ko: '진짜 1.36.2 컨트롤 플레인에서 롤아웃, 노드 장애, 축출을 녹화했어요. 여기서 다시 돌려도, 시뮬레이션하는 종류라면 단계, 배치, 조건, 이벤트가 모두 같아요. 그중 {kept}개는 코드를 고칠 때마다 돌려요.',
    },
  },
  transcripts: {
    name: { en: 'Commands of the real kubectl', ko: '진짜 kubectl의 명령' },
    what: {
      en: 'The output is the same letter by letter. Four steps differ: a rollout’s last two states fall into one step of 0.1 s, which of many similar events is told by itself is drawn by lot, and twice the recorded cluster had one more source in every Pod’s token volume.',
      ko: '출력이 글자 하나까지 같아요. 다른 것은 네 번이에요. 한 번은 롤아웃의 마지막 두 상태가 같은 0.1초 안에 들었고, 한 번은 비슷한 이벤트 가운데 무엇을 따로 적을지가 추첨에 달려 있었고, 두 번은 녹화한 클러스터의 Pod 토큰 볼륨에 소스가 하나 더 있었어요.',
    },
  },
  vectors: {
    name: { en: 'Cases of Kubernetes’ own functions', ko: 'Kubernetes 함수의 입력과 결과' },
    what: {
      en: 'Inputs and results in {tables} tables: quantities, selectors, rollout arithmetic, scheduler scores, validation, printed columns. All of them are answered as Kubernetes answers them.',
      ko: '수량, 셀렉터, 롤아웃 계산, 스케줄러 점수, 검증, 출력 열을 표 {tables}개에 담았어요. 모두 Kubernetes와 똑같이 답해요.',
    },
  },
}

/** What the cluster lacks in nature, beyond kinds and commands. */
export const absences: readonly Text[] = [
  {
    en: 'No requests flow. A Service gets its address and its endpoints, but there is no traffic, no DNS and no load.',
    ko: '요청이 흐르지 않아요. Service에 주소와 엔드포인트는 생기지만 트래픽도, DNS도, 부하도 없어요.',
  },
  {
    en: 'No program runs. An image is a description of how long it pulls, starts and lives; one nobody described pulls in 1 s, starts in 1 s and runs for ever.',
    ko: '프로그램이 실제로 돌지는 않아요. 이미지는 얼마 만에 받고, 시작하고, 얼마나 사는지를 적은 설명이에요. 따로 설명하지 않은 이미지는 1초 만에 받고 1초 만에 시작해서 끝없이 돌아요.',
  },
  {
    en: 'Nothing uses CPU or memory. Requests count for the scheduler; there are no metrics, so kubectl top finds none and nothing scales by itself.',
    ko: 'CPU와 메모리를 실제로 쓰지 않아요. 요청량은 스케줄러가 계산에 넣지만 메트릭이 없어요. 그래서 kubectl top은 보여 줄 것이 없고, 저절로 늘거나 줄지도 않아요.',
  },
  {
    en: 'No storage, no users and roles, no custom resources, no webhooks.',
    ko: '스토리지, 사용자와 역할, 커스텀 리소스, 웹훅이 없어요.',
  },
  {
    en: 'One copy of each component: no leader elections, and the store has no replicas to lose.',
    ko: '구성 요소는 하나씩만 있어요. 리더를 뽑지 않고, 저장소에도 잃을 복제본이 없어요.',
  },
  {
    en: 'Time goes in steps of 0.1 s. What takes less in a real cluster happens at once. The classroom profile shortens timers; the real one keeps every default of 1.36.',
    ko: '시간은 0.1초씩 흘러요. 실제로 그보다 짧은 일은 한순간에 일어나요. classroom 프로필은 타이머를 줄이고, real 프로필은 1.36의 기본값을 그대로 써요.',
  },
]
