/** Whether this reader wants nothing to move: the system's setting, or the app's. */
import { settings } from '../../state/index.ts'

let system: MediaQueryList | undefined

export function prefersStillness(): boolean {
  // Kept: to ask anew for everything that moves would cost as much as to move it.
  system ??= matchMedia('(prefers-reduced-motion: reduce)')
  return settings.getState().reducedMotion || system.matches
}
