import type { Save } from '../../state/index.ts'

/** Hands the recording to the reader as a file. */
export function downloadSave(save: Save): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(save, undefined, 1)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `kubeloop-${save.scenario ?? 'sandbox'}-${Math.floor(save.at / 10)}s.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
