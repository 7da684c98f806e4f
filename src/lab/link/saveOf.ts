/** What there is to keep of a sitting. */
import type { Entry, Origin } from '../recording.ts'
import type { Sitting } from '../sitting.ts'
import { engineVersion } from './engineVersion.ts'
import type { Save, SavedFile, SavedView } from './save.ts'

/** How a world began: its cluster, and the lines that a setup ran in it. */
export interface Beginning {
  readonly origin: Origin
  readonly log: readonly Entry[]
}

export interface Keeping {
  /** The scenario that set the world up. */
  readonly scenario?: { readonly id: string; readonly beginning: Beginning }
  readonly files?: readonly SavedFile[]
  readonly view?: SavedView
}

/** To be taken at the end of a setup. */
export function beginningOf({ origin, log }: Sitting): Beginning {
  return { origin, log: [...log] }
}

export function saveOf(sitting: Sitting, { scenario, files = [], view }: Keeping = {}): Save {
  const { origin, position } = sitting
  const isScenarios = scenario !== undefined && beganAs(sitting, scenario.beginning)
  const before = isScenarios ? scenario.beginning.log.length : 0
  const entered = sitting.log.filter((entry) => entry.tick <= position.tick).length
  return {
    v: 1,
    engine: engineVersion,
    ...(isScenarios ? { scenario: scenario.id } : { cluster: origin.line }),
    // A profile may have been forced on the line, so a line that names one does not settle it.
    ...(origin.profile === 'real' && !origin.line.includes('--profile') ? {} : { profile: origin.profile }),
    seed: origin.seed,
    log: sitting.log.slice(before),
    at: position.tick,
    ...(position.applied === entered ? {} : { applied: position.applied - before }),
    ...(files.length === 0 ? {} : { files }),
    ...(view === undefined ? {} : { view }),
  }
}

/** Not so any more when the learner has made a cluster of another kind, or gone back and changed the setup. */
function beganAs(sitting: Sitting, { origin, log }: Beginning): boolean {
  const now = { origin: sitting.origin, log: sitting.log.slice(0, log.length) }
  return JSON.stringify(now) === JSON.stringify({ origin, log })
}
