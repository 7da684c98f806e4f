import type { Execution, Session } from '../execution.ts'

export interface SimVerb {
  /** One line a form, as a person would type it. */
  readonly usage: string
  /** `args`: the words after the verb. Throws a UsageError before anything has changed. */
  run(args: readonly string[], session: Session): Execution
}
