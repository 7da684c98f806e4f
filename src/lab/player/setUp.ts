/** Runs a scenario's setup, each line to its end. */
import type { SetupLine } from '../scenario/scenario.ts'
import type { Sitting } from '../sitting.ts'

/** What a setup may take: steps of the world, and writes in it. Enough for the largest cluster, and soon over. */
const mostSteps = 500_000
const mostWrites = 3_000_000

/** Throws an Error with a plain message when a line fails, or when there is no end to it. */
export function setUp(sitting: Sitting, lines: readonly SetupLine[]): void {
  let steps = 0
  for (const { run, stdin } of lines) {
    const execution = sitting.execute(run, stdin)
    while (execution.exit === undefined) {
      sitting.advance()
      if (++steps > mostSteps || sitting.world.engine.state.registry.head > mostWrites)
        throw new Error(`the setup takes too long: it was given up at "${run}"`)
    }
    if (execution.exit !== 0) throw new Error(`the setup failed at "${run}": ${execution.stderr.trim()}`)
  }
}
