import type { Key } from './action.ts'

const isMac = /Mac|iP(?:hone|ad)/.test(globalThis.navigator?.platform ?? '')

/** "⌘K" on a Mac, "Ctrl K" elsewhere. */
export function keyName({ shown, command = false }: Key): string {
  if (!command) return shown
  return isMac ? `⌘${shown}` : `Ctrl ${shown}`
}
