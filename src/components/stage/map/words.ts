import type { Text } from '../../../i18n/index.ts'
import type { Colouring } from './painter/messages.ts'

export const words = {
  stage: { en: 'Map of the cluster', ko: '클러스터 지도' },
  map: { en: 'Map of nodes and Pods', ko: '노드와 Pod 지도' },
  keys: {
    en: 'Arrow keys go from one thing to the next, with Shift half a screen; plus and minus zoom, 0 shows everything, Enter opens, Shift+F10 brings up a menu.',
    ko: '화살표 키로 하나씩, Shift와 함께 반 화면씩 옮겨 다녀요. +와 -로 확대하고 축소하고, 0으로 전체를 봐요. Enter로 열고 Shift+F10으로 메뉴를 열어요.',
  },
  colouring: { en: 'Colours tell', ko: '색이 뜻하는 것' },
  search: { en: 'Find a node or Pod', ko: '노드나 Pod 찾기' },
  found: { en: 'Found', ko: '찾은 것' },
  nothingFound: { en: 'Nothing has this in its name.', ko: '이 이름을 가진 것이 없어요.' },
  zoomIn: { en: 'Zoom in', ko: '확대' },
  zoomOut: { en: 'Zoom out', ko: '축소' },
  fit: { en: 'Show everything', ko: '전체 보기' },
  legend: { en: 'Legend', ko: '범례' },
  totals: { en: '{nodes} nodes · {pods} Pods', ko: '노드 {nodes} · Pod {pods}' },
  waiting: { en: 'No node yet: {n}', ko: '노드를 기다리는 Pod: {n}' },
  pod: { en: 'Pod', ko: 'Pod' },
  on: { en: 'on {node}', ko: '{node}' },
  noNode: { en: 'no node yet', ko: '노드를 기다림' },
  counts: { en: '{ready} of {pods} Pods Ready', ko: 'Pod {pods}개 중 {ready}개 준비됨' },
  cpu: { en: '{share} % of the CPU requested', ko: 'CPU {share}% 요청됨' },
  cpuShort: { en: 'CPU', ko: 'CPU' },
  deadNodes: { en: 'machine not running', ko: '기계가 꺼져 있거나 끊김' },
  silentNodes: { en: 'not Ready, says the API', ko: 'API에서는 준비 안 됨' },
  cordonedNodes: { en: 'cordoned', ko: '배치 막음' },
  revisionNone: { en: 'no revision', ko: '버전 없음' },
  podsUnit: { en: 'Pods', ko: 'Pod' },
} satisfies Record<string, Text>

export const colouringWords: { readonly [C in Colouring]: Text } = {
  phase: { en: 'State', ko: '상태' },
  revision: { en: 'Revision', ko: '버전' },
  cpu: { en: 'CPU', ko: 'CPU' },
  age: { en: 'Age', ko: '나이' },
}

/** CPU requested of what can be given out. */
export const shareWords: readonly Text[] = [
  { en: 'under 20 %', ko: '20% 미만' },
  { en: '20–40 %', ko: '20~40%' },
  { en: '40–60 %', ko: '40~60%' },
  { en: '60–80 %', ko: '60~80%' },
  { en: '80 % and more', ko: '80% 이상' },
]

export const ageWords: readonly Text[] = [
  { en: 'under 10 s', ko: '10초 미만' },
  { en: 'under 1 min', ko: '1분 미만' },
  { en: 'under 10 min', ko: '10분 미만' },
  { en: 'under 1 h', ko: '1시간 미만' },
  { en: 'older', ko: '그보다 오래됨' },
]
