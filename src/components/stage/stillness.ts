/** Whether this reader wants nothing to move: the system's setting, or the app's. */
import { settings } from '../../state/index.ts'

export function prefersStillness(): boolean {
  return settings.getState().reducedMotion || matchMedia('(prefers-reduced-motion: reduce)').matches
}
