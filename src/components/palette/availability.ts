import { session } from '../../state/index.ts'
import type { Action } from './action.ts'

/** Whether the part of the screen that an action belongs to is there, and what it acts on. */
export function isRevealed({ region, isThere }: Action): boolean {
  if (isThere?.() === false) return false
  const { guide, showEverything } = session.getState()
  return region === undefined || showEverything || guide === undefined || guide.revealed.includes(region)
}

export const isAvailable = (action: Action): boolean => isRevealed(action) && action.refusal?.() === undefined
