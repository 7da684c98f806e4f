import type { Text } from '../../i18n/index.ts'

export const words = {
  title: { en: 'The engine stopped', ko: '엔진이 멈췄어요' },
  kept: {
    en: 'Something went wrong inside the simulator. Everything you did is still here: start again from where it was, or save the recording.',
    ko: '시뮬레이터 안에서 문제가 생겼어요. 지금까지 한 일은 모두 남아 있어요. 멈춘 곳에서 다시 시작하거나 기록을 파일로 저장하세요.',
  },
  nothingKept: {
    en: 'Something went wrong before anything was done. Start again, or choose another scenario.',
    ko: '아무것도 하기 전에 문제가 생겼어요. 다시 시작하거나 다른 시나리오를 골라 보세요.',
  },
  again: { en: 'Start again from there', ko: '그곳에서 다시 시작' },
  save: { en: 'Save the recording', ko: '기록 저장' },
  home: { en: 'All scenarios', ko: '모든 시나리오' },
  reason: { en: 'What the engine said', ko: '엔진이 남긴 말' },
  unsupported: { en: 'This browser is too old for Kubeloop', ko: '이 브라우저로는 Kubeloop을 볼 수 없어요' },
  whatIsNeeded: {
    en: 'Kubeloop runs a cluster inside the page and needs web workers and compression streams. Chrome or Edge 103, Firefox 113, Safari 16.4 or anything newer has them.',
    ko: 'Kubeloop은 페이지 안에서 클러스터를 돌리기 때문에 Web Worker와 Compression Streams가 필요해요. Chrome·Edge 103, Firefox 113, Safari 16.4 이상에서 열어 주세요.',
  },
} satisfies Record<string, Text>
