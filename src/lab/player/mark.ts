/** A place in a recording that a player comes back to, and whether the recording still leads there. */
import type { Entry, Position } from '../recording.ts'
import type { Sitting } from '../sitting.ts'

export interface Mark extends Position {
  /** The entry before it. Entries are never copied, so that the same one means the same past. */
  readonly entry: Entry | undefined
}

export function markHere({ position, log }: Sitting): Mark {
  return { ...position, entry: log[position.applied - 1] }
}

/** False after a new line was entered somewhere before it. */
export function stillLeadsTo(mark: Mark, { log }: Sitting): boolean {
  const next = log[mark.applied]
  return log[mark.applied - 1] === mark.entry && (next === undefined || next.tick >= mark.tick)
}

/** A mark out of a save. */
export function markAt({ tick, applied }: Position, log: readonly Entry[]): Mark {
  return { tick, applied, entry: log[applied - 1] }
}
