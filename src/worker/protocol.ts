/** What a page and the engine's worker say to each other. */
export interface RunScript {
  readonly script: string
  /** Absent: the script's own, or the default. */
  readonly seed?: number
}

export interface ScriptResult {
  readonly exit: number
  /** Standard output and standard error, as they came. */
  readonly output: string
  readonly hash: string
  /** The simulated seconds at the end. */
  readonly seconds: number
}
