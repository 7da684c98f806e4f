import { format, type Text } from '../../i18n/index.ts'
import { dismissNotice, open, session } from '../../state/index.ts'
import { words } from './words.ts'

const mostBytes = 2 * 1024 * 1024

/** Why it can't be opened; undefined: it is open. What was open before stays when it is refused. */
export async function openSavedFile(file: File): Promise<Text | undefined> {
  if (file.size > mostBytes) return tooLarge(file.name)
  if (await open({ what: 'file', text: await file.text() })) return undefined
  const why = session.getState().notice?.text
  // It is said beside the button, where the eye is.
  dismissNotice()
  return why
}

function tooLarge(name: string): Text {
  const slots = { name }
  return { en: format(words.fileTooLarge, 'en', slots), ko: format(words.fileTooLarge, 'ko', slots) }
}
