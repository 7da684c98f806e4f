/** What a kubectl command is: a folder below `verbs/` whose path is its name, with its flags as data. */
import type { Tick } from '../../core/clock.ts'
import type { Session } from '../execution.ts'
import type { Api } from './api.ts'
import type { Flag } from './flags/flag.ts'
import type { FlagValues } from './flags/values.ts'
import type { Output } from './output.ts'

export interface Verb {
  /** One line for `kubectl --help`. */
  readonly summary: string
  /** What follows "kubectl" in its usage line. */
  readonly usage: string
  readonly aliases?: readonly string[]
  readonly flags: readonly Flag[]
  /** Refuses by throwing what the words say, before flags are read. */
  refuse?(words: readonly string[]): void
  /** Does the work, or begins it and answers what is to be polled. Refuses by throwing. */
  run(call: Call): Waiting | undefined
}

/** A command that blocks on the world. */
export interface Waiting {
  /** Looks again; true: it is over. Refuses by throwing. */
  poll(): boolean
  /** When it wants to look again even if nothing happens. */
  readonly wakeAt: Tick
  /** Objects that are still to have their turn. */
  readonly left?: number
  /** It only reads, and goes on without any time passing. */
  readonly isReading?: boolean
}

/** One use of a command. */
export interface Call {
  /** "rollout status" */
  readonly command: string
  readonly flags: FlagValues
  readonly args: readonly string[]
  /** How many of `args` stood before `--`; -1: there was none. */
  readonly dash: number
  readonly session: Session
  readonly output: Output
  readonly api: Api
  /** The namespace of what doesn't say one. */
  readonly namespace: string
  /** Whether the user gave -n. */
  readonly namespaceGiven: boolean
}
