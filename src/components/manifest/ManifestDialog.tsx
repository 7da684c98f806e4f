import { useText } from '../../state/index.ts'
import { DialogFrame } from '../controls/DialogFrame.tsx'
import { Manifest } from './Manifest.tsx'
import { closeManifest } from './manifestStore.ts'
import { words } from './words.ts'

/** The same editor over everything: for a file that was dropped. */
export default function ManifestDialog() {
  const say = useText()
  return (
    <DialogFrame title={say(words.title)} onClose={closeManifest} isTall>
      <Manifest />
    </DialogFrame>
  )
}
