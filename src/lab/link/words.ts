import type { Text } from '../../i18n/text.ts'

/** Why a save is refused. */
export const refusals = {
  noCode: {
    en: 'This is not a Kubeloop link: the part after #k= is missing or damaged.',
    ko: 'Kubeloop 링크가 아니에요. #k= 뒷부분이 없거나 깨졌어요.',
  },
  codeTooLong: {
    en: 'This link is longer than any that Kubeloop makes, so it is not opened.',
    ko: 'Kubeloop이 만드는 어떤 링크보다도 길어서 열지 않았어요.',
  },
  damaged: {
    en: 'This link is damaged. Part of it may have been cut off on the way; ask for it again.',
    ko: '링크가 깨졌어요. 전달되는 도중에 일부가 잘렸을 수 있으니 다시 받아 보세요.',
  },
  tooLarge: {
    en: 'This holds more than 2 MB, more than any recording that Kubeloop opens.',
    ko: '내용이 2MB를 넘어요. Kubeloop이 여는 기록의 한도보다 커요.',
  },
  notJson: {
    en: 'This file is not a Kubeloop recording.',
    ko: 'Kubeloop 기록 파일이 아니에요.',
  },
  newer: (version: string): Text => ({
    en: `This was made by a newer Kubeloop (format ${version}); this one opens format 1. Reload the page to get the newest.`,
    ko: `더 새로운 Kubeloop에서 만든 기록이에요(형식 ${version}). 지금은 형식 1만 열 수 있으니 페이지를 새로 고쳐 보세요.`,
  }),
  malformed: (where: string): Text => ({
    en: `This is not a recording that Kubeloop can open: "${where}" is missing or not what it should be.`,
    ko: `Kubeloop이 열 수 있는 기록이 아니에요. "${where}" 항목이 없거나 잘못됐어요.`,
  }),
  unknownScenario: (id: string): Text => ({
    en: `This belongs to the scenario "${id}", which this Kubeloop does not have.`,
    ko: `"${id}" 시나리오의 기록인데, 지금 Kubeloop에는 그 시나리오가 없어요.`,
  }),
  badCluster: (why: string): Text => ({
    en: `The cluster of this recording cannot be made: ${why}`,
    ko: `기록에 적힌 클러스터를 만들 수 없어요: ${why}`,
  }),
  tooMuchWork: {
    en: 'Building this world again takes too much work, so it is not opened.',
    ko: '이 세계를 다시 만들려면 계산이 너무 많아서 열지 않았어요.',
  },
  broken: (why: string): Text => ({
    en: `This world cannot be built again: ${why}`,
    ko: `이 세계를 다시 만들 수 없어요: ${why}`,
  }),
} as const

/** What differs from when it was saved. */
export const notices = {
  otherEngine: (theirs: string, ours: string): Text => ({
    en: `Made by Kubeloop ${theirs}; this is ${ours}. The run may differ in detail.`,
    ko: `Kubeloop ${theirs}에서 만든 기록이에요. 지금은 ${ours}이라서 세부 동작이 다를 수 있어요.`,
  }),
  leftOut: (count: number, line: string): Text => ({
    en: `${count === 1 ? 'A line' : `${count} lines`} of the recording did nothing here: ${line}`,
    ko: `기록의 명령 ${count}개가 여기서는 아무 일도 하지 않았어요: ${line}`,
  }),
  otherSetup: {
    en: 'The start of this scenario has changed since; the lines run later than they did.',
    ko: '그사이 시나리오의 시작 상태가 바뀌어서, 명령이 원래보다 늦게 실행돼요.',
  },
} as const
