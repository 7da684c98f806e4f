/** Runs a scenario's setup, each line to its end. */
import type { SetupLine } from '../scenario/scenario.ts'
import type { Sitting } from '../sitting.ts'

/** Throws an Error with a plain message when a line fails. */
export function setUp(sitting: Sitting, lines: readonly SetupLine[]): void {
  for (const { run, stdin } of lines) {
    const execution = sitting.execute(run, stdin)
    while (execution.exit === undefined) sitting.advance()
    if (execution.exit !== 0) throw new Error(`the setup failed at "${run}": ${execution.stderr.trim()}`)
  }
}
