/** What a player remembers of one step. */
import type { Tick } from '../../sim/core/clock.ts'
import type { GuideState } from './guideState.ts'
import type { Mark } from './mark.ts'

export interface Verdict {
  readonly happened?: number
  /** How many options are true: of a sound prediction exactly one. */
  readonly trueOptions: number
  readonly values: Readonly<Record<string, string>>
  readonly decidedBy?: NonNullable<GuideState['decidedBy']>
}

export interface StepRecord {
  /** Where it begins. */
  start: Mark
  chosen?: number
  locked: boolean
  /** Where Run was pressed, or the learner's own first line entered. */
  run?: Mark
  /** Whose lines those are: the step's, or the learner's own. */
  byHand: boolean
  /** The lines that Run sent. */
  sent: readonly string[]
  /** When the verdict falls. */
  deadline?: Tick
  verdict?: Verdict
  /** Where the goal's condition began to hold. */
  metSince?: Tick
  /** Where the step was told. */
  end?: Mark
  /** Played by the scenario itself, to get to a later step. */
  skipped: boolean
  hints: number
  solutionShown: boolean
}

export function newRecord(start: Mark): StepRecord {
  return { start, locked: false, byHand: false, sent: [], skipped: false, hints: 0, solutionShown: false }
}
