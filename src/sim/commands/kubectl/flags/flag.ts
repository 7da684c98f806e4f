/** A flag of a command, as data. Parsing, errors and help read it. */

/** 'list': comma-separated and repeatable. 'array': repeatable, taken whole. */
export type FlagType = 'bool' | 'string' | 'list' | 'array' | 'int' | 'duration'

export interface Flag {
  readonly name: string
  readonly short?: string
  readonly type: FlagType
  /** As text; absent: false, empty, 0. */
  readonly default?: string
  /** The value when the flag stands alone ("--dry-run"); absent: it needs one, unless it is a bool. */
  readonly alone?: string
  readonly required?: boolean
  /** Still taken, but its use is commented on. */
  readonly deprecated?: string
}

/** "-p, --port" or "--port": the flag as errors name it. */
export function flagTitle(flag: Flag): string {
  return flag.short === undefined ? `--${flag.name}` : `-${flag.short}, --${flag.name}`
}
