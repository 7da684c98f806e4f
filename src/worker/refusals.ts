/** What the host refuses, in words for the person at the screen. */
import type { Text } from '../i18n/text.ts'

export class RefusedError extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}

export const refusals = {
  unknownScenario: (id: string): Text => ({
    en: `There is no scenario "${id}" here.`,
    ko: `"${id}" 시나리오는 여기에 없어요.`,
  }),
  badSetup: (why: string): Text => ({
    en: `The world could not be set up: ${why}`,
    ko: `세계를 준비하지 못했어요: ${why}`,
  }),
  predictFirst: { en: 'Make your guess first, then act.', ko: '먼저 예상을 고른 다음에 해 보세요.' },
  running: { en: 'Wait for the answer, then act.', ko: '답이 나온 다음에 해 보세요.' },
  filling: {
    en: 'This world is still being set up. Wait, or stop it where it is.',
    ko: '아직 준비하는 중이에요. 기다리거나 여기서 멈춰 주세요.',
  },
  nothingOpen: { en: 'No world is open.', ko: '열려 있는 세계가 없어요.' },
  unreadableFile: (why: string): Text => ({
    en: `This file could not be opened: ${why}`,
    ko: `파일을 열지 못했어요: ${why}`,
  }),
} as const
