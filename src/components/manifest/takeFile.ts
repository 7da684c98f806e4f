/** Where a file from the reader goes: a world or a scenario is opened, anything else is a manifest to look at first. */
import { notify, open, session } from '../../state/index.ts'
import { openManifest } from './manifestStore.ts'
import { readFile } from './readFile.ts'
import { contentOf } from './sniff.ts'
import { words } from './words.ts'

export async function takeFile(file: File): Promise<void> {
  const text = await readFile(file)
  if (text === undefined) return
  if (contentOf(text) !== 'manifest') await open({ what: 'file', text })
  else if (session.getState().status === 'open') openManifest(text)
  else notify(words.noWorld, 'error')
}
