/** What a share link and a file hold: how a world began and every line since. `npm run lab -- link` makes one. */
import type { Entry } from '../recording.ts'
import type { Lens } from '../scenario/scenario.ts'

export interface Save {
  /** The version of this format. */
  readonly v: 1
  /** The engine that made it: "0.1.0". */
  readonly engine: string
  /** The scenario that set the world up; else `cluster`. */
  readonly scenario?: string
  /** The `sim cluster` line. */
  readonly cluster?: string
  /** Absent: what the `sim cluster` line says. */
  readonly profile?: 'real' | 'classroom'
  readonly seed: number
  /** The lines after the setup of its scenario, or all since `sim cluster`. */
  readonly log: readonly Entry[]
  /** The tick it opens at. */
  readonly at: number
  /**
   * How many lines of the log have been applied by then; absent: all that were entered up to that tick. Below zero: lines
   * of the scenario's setup are not.
   */
  readonly applied?: number
  /** Files that lines of the log read: only the command line has any. */
  readonly files?: readonly SavedFile[]
  readonly view?: SavedView
}

export type SavedFile = readonly [path: string, text: string]

/** Where the eye was. Unknown or broken parts are left out on reading. */
export interface SavedView {
  readonly step?: number
  readonly lens?: Lens
  /** "pod/web-1" */
  readonly select?: string
  readonly speed?: number
  /** What the scenario's player remembers. It alone can tell whether it is sound. */
  readonly guide?: unknown
}
