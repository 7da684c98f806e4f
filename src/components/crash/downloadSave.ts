import type { Save } from '../../state/index.ts'
import { downloadText } from '../controls/downloadText.ts'

/** Hands the recording to the reader as a file. */
export function downloadSave(save: Save): void {
  const name = `kubeloop-${save.scenario ?? 'sandbox'}-${Math.floor(save.at / 10)}s.json`
  downloadText(name, JSON.stringify(save, undefined, 1))
}
