/** What a session is made of: how its cluster began, and every line that changed it, with its tick. */
import type { Tick } from '../sim/core/clock.ts'

export interface Entry {
  readonly tick: Tick
  readonly line: string
  readonly stdin?: string
}

/** The `sim cluster` line that made the world, and the choices that a host may force on it. */
export interface Origin {
  readonly line: string
  readonly seed: number
  readonly profile: 'real' | 'classroom'
}

/** A place in a recording: after so many entries, at this tick. */
export interface Position {
  readonly tick: Tick
  readonly applied: number
}

export function isAtOrBefore(one: Position, other: Position): boolean {
  return one.tick < other.tick || (one.tick === other.tick && one.applied <= other.applied)
}
