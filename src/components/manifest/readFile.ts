import { format, languages, type Slots, type Text } from '../../i18n/index.ts'
import { notify } from '../../state/index.ts'
import { words } from './words.ts'

export const mostKilobytes = 512

/** The text of a file; undefined when it is none that can be read here, and the reader has been told so. */
export async function readFile(file: File): Promise<string | undefined> {
  const { name, size } = file
  if (size > mostKilobytes * 1024)
    return refuse(words.tooLarge, { name, size: Math.ceil(size / 1024), most: mostKilobytes })
  const text = await file.text()
  return text.includes('\0') || text.includes('\ufffd') ? refuse(words.notText, { name }) : text
}

function refuse(text: Text, slots: Slots): undefined {
  const [en, ko] = languages.map((language) => format(text, language, slots)) as [string, string]
  notify({ en, ko }, 'error')
}
