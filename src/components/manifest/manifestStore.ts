/** The manifest being written: one text, whether it is seen in the tab or in the dialog. */
import { createStore } from 'zustand/vanilla'
import { runForResult } from '../../state/index.ts'
import { mostKilobytes } from './readFile.ts'

export interface Outcome {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
  readonly was: 'apply' | 'diff'
}

interface Manifest {
  readonly text: string
  readonly isOpen: boolean
  readonly busy: boolean
  readonly outcome?: Outcome | undefined
}

export const manifest = createStore<Manifest>(() => ({ text: '', isOpen: false, busy: false }))

/** Opens the dialog, with a text if there is one. */
export function openManifest(text?: string): void {
  manifest.setState({ isOpen: true, ...(text === undefined ? {} : { text, outcome: undefined }) })
}

export const closeManifest = (): void => manifest.setState({ isOpen: false })
export const writeManifest = (text: string): void => manifest.setState({ text, outcome: undefined })

export const isTooLong = (text: string): boolean => text.length > mostKilobytes * 1024

/** Hands the text to kubectl. What it prints is the answer, word for word. */
export async function send(was: Outcome['was']): Promise<void> {
  const { text, busy } = manifest.getState()
  if (busy || text.trim() === '' || isTooLong(text)) return
  manifest.setState({ busy: true, outcome: undefined })
  const result = await runForResult(`kubectl ${was} -f -`, text.endsWith('\n') ? text : `${text}\n`)
  manifest.setState({ busy: false, outcome: result && { ...result, was } })
}
