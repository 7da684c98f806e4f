/** What a share link and a file hold: how a world began and every line since. `npm run lab -- link` makes one. */
import type { Entry } from '../recording.ts'

export interface Save {
  /** The version of this format. */
  readonly v: 1
  /** The engine that made it: "0.1.0". */
  readonly engine: string
  /** The scenario that set the world up; else `cluster`. */
  readonly scenario?: string
  /** The `sim cluster` line. */
  readonly cluster?: string
  readonly profile?: 'real' | 'classroom'
  readonly seed: number
  readonly log: readonly Entry[]
  /** The tick it opens at, after every line of the log up to it. */
  readonly at: number
  readonly view?: SavedView
}

/** Where the eye was. Unknown or broken parts are left out on reading. */
export interface SavedView {
  readonly step?: number
  readonly lens?: 'loop'
  /** "pod/web-1" */
  readonly select?: string
  readonly speed?: number
}
