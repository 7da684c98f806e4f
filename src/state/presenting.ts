/**
 * Whether this window is shown to a room, and whether it is dark for a moment. Kept for this window alone, so that a reload
 * in the middle of a talk changes nothing.
 */
import { createStore } from 'zustand/vanilla'

export interface Presenting {
  readonly isOn: boolean
  readonly isDark: boolean
}

const key = 'kubeloop/presenting'

export const presenting = createStore<Presenting>(() => ({ isOn: wasOn(), isDark: false }))

export function present(isOn: boolean): void {
  presenting.setState({ isOn, isDark: false })
  try {
    if (isOn) sessionStorage.setItem(key, 'on')
    else sessionStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing still presents.
  }
}

export function darken(isDark: boolean): void {
  presenting.setState({ isDark })
}

function wasOn(): boolean {
  try {
    return sessionStorage.getItem(key) === 'on'
  } catch {
    return false
  }
}
