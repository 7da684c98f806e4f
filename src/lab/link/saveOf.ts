/** What there is to keep of a sitting. */
import type { Sitting } from '../sitting.ts'
import { engineVersion } from './engineVersion.ts'
import type { Save, SavedFile, SavedView } from './save.ts'

export interface Keeping {
  /** The scenario that set the world up, and how many entries of the log were its setup's. */
  readonly scenario?: { readonly id: string; readonly entries: number }
  readonly files?: readonly SavedFile[]
  readonly view?: SavedView
}

export function saveOf(sitting: Sitting, { scenario, files = [], view }: Keeping = {}): Save {
  const { origin, position } = sitting
  const before = scenario?.entries ?? 0
  const log = sitting.log.slice(before)
  const entered = sitting.log.filter((entry) => entry.tick <= position.tick).length
  return {
    v: 1,
    engine: engineVersion,
    ...(scenario === undefined ? { cluster: origin.line } : { scenario: scenario.id }),
    // A profile may have been forced on the line, so a line that names one does not settle it.
    ...(origin.profile === 'real' && !origin.line.includes('--profile') ? {} : { profile: origin.profile }),
    seed: origin.seed,
    log,
    at: position.tick,
    ...(position.applied === entered ? {} : { applied: position.applied - before }),
    ...(files.length === 0 ? {} : { files }),
    ...(view === undefined ? {} : { view }),
  }
}
