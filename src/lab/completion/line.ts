/** A `kubectl` line that is being typed, as far as it is understood. */
import type { Verb } from '../../sim/commands/kubectl/verb.ts'
import type { Simulation } from '../../sim/world/simulation.ts'

export interface Line {
  readonly world: Simulation
  /** "rollout status" */
  readonly command: string
  readonly verb: Verb
  /** The complete words that are neither flags nor their values. */
  readonly args: readonly string[]
  readonly namespace: string
  /** The word that is being typed. */
  readonly begun: string
}
