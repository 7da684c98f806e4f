/** A fault: something that goes wrong in the physical world, and how it is mended. One folder each. */
import type { Engine } from '../client/engine.ts'
import type { Tick } from '../core/clock.ts'
import { noCause } from '../core/ledger.ts'
import type { Pressure } from '../substrate/index.ts'

export interface FaultOptions {
  /** The container of a pod; absent: its first. */
  readonly container?: string
  readonly exitCode?: number
  /** What a machine is short of. */
  readonly pressure?: Exclude<Pressure, 'none'>
  /** How long it lasts, where it ends by itself; absent: until it is mended. */
  readonly lasts?: Tick
}

export interface Fault {
  /** `target`: a machine's name, "namespace/pod", an image. `because`: revision of what brought it about. */
  begin(engine: Engine, target: string, because: number, options: FaultOptions): void
  /** Absent where there is nothing to mend. */
  end?(engine: Engine, target: string, because: number): void
}

/** The revision that the fault's effects name as their cause: the command's, or a row of the fault's own. */
export function becauseOf(engine: Engine, line: string, command: number | undefined): number {
  return command ?? engine.state.ledger.appendLine(engine.state.tick, 'fault', 'fault', line, noCause)
}
