import type { Text } from '../../i18n/index.ts'

export const words = {
  manifest: { en: 'Manifest', ko: '매니페스트' },
  title: { en: 'Apply a manifest', ko: '매니페스트 적용하기' },
  editor: { en: 'YAML or JSON', ko: 'YAML 또는 JSON' },
  placeholder: {
    en: 'Paste a manifest, begin with a sample, or drop a file anywhere on this page.',
    ko: '매니페스트를 붙여 넣거나, 예시에서 시작하거나, 파일을 이 페이지 아무 데나 끌어다 놓으세요.',
  },
  apply: { en: 'Apply', ko: '적용' },
  applying: { en: 'Applying …', ko: '적용하는 중 …' },
  tryOut: { en: 'What would change', ko: '무엇이 바뀔지 보기' },
  clear: { en: 'Clear', ko: '비우기' },
  samples: { en: 'Samples', ko: '예시' },
  choose: { en: 'Open a file …', ko: '파일 열기 …' },
  output: { en: 'What kubectl printed', ko: 'kubectl의 출력' },
  noDifference: { en: 'Nothing would change.', ko: '바뀌는 것이 없어요.' },
  error: { en: 'Error', ko: '오류' },
  atLine: { en: 'Go to line {line}', ko: '{line}번째 줄로' },
  tooLarge: {
    en: '{name} is too large: {size} KB, and at most {most} KB are read.',
    ko: '{name} 파일이 너무 커요. {size} KB인데 {most} KB까지만 읽을 수 있어요.',
  },
  notText: { en: '{name} is not a text file.', ko: '{name|은/는} 텍스트 파일이 아니에요.' },
  tooLong: {
    en: 'More than {most} KB cannot be applied at once.',
    ko: '{most} KB가 넘는 내용은 한 번에 적용할 수 없어요.',
  },
  drop: { en: 'Drop it here', ko: '여기에 놓으세요' },
  dropMeaning: {
    en: 'A manifest opens in the editor before anything is applied. A saved world or a scenario opens in place of this one.',
    ko: '매니페스트는 먼저 편집기에 열리고, 바로 적용되지는 않아요. 저장한 세계나 시나리오는 지금 세계 대신 열려요.',
  },
  noWorld: { en: 'There is no cluster to apply it to.', ko: '적용할 클러스터가 없어요.' },
} satisfies Record<string, Text>
