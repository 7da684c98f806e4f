import type { Text } from '../../i18n/index.ts'
import { notify } from '../../state/index.ts'

const words = {
  copied: { en: 'Copied', ko: '복사했어요' },
  notCopied: {
    en: 'This browser does not let the page write to the clipboard.',
    ko: '이 브라우저는 클립보드에 쓰지 못하게 막아요.',
  },
} satisfies Record<string, Text>

/** To the clipboard; the reader is told whether it is there. */
export async function copyText(text: string | Promise<string>): Promise<void> {
  try {
    await navigator.clipboard.writeText(await text)
    notify(words.copied)
  } catch {
    notify(words.notCopied, 'error')
  }
}
