/**
 * A command line under way. Most are over at once; those that block on the world (`wait`, `rollout status`, `delete`,
 * `drain`, `get -w`) are polled after every tick until they end. There is nothing asynchronous in it: a poll looks at
 * the world, perhaps writes, and returns.
 */
import type { Engine } from '../client/engine.ts'
import type { Tick } from '../core/clock.ts'
import type { Cause } from '../core/ledger.ts'

export interface Session {
  readonly engine: Engine
  /** Whoever asks has something else to do as well: what takes long to read is read in pieces. */
  readonly readsInPieces?: boolean
  /** What `-f -` reads. */
  readonly stdin: string | undefined
  /** The text of a file the host offers, or undefined; hosts without files offer none. */
  readFile(path: string): string | undefined
  /** The ledger row of this command line: the cause of everything it writes. */
  readonly cause: Cause
  /** The scheduler's and kubelets' own explanation of a decision, as lines; undefined when there is none. */
  why(kind: string, namespace: string, name: string): readonly string[] | undefined
  /** What has become of the requests of every load, in the order in which they began. */
  traffic(): readonly TrafficFigures[]
  /** Evaluates a CEL expression over the world (`sim wait --for`): true, false, or the text of an error. */
  evaluate(expression: string): boolean | string
}

export interface TrafficFigures {
  /** As its load's: "svc/default/web". */
  readonly id: string
  readonly sent: number
  readonly served: number
  readonly failed: number
  /** By cause. */
  readonly failures: Readonly<Record<string, number>>
  /** Over the last ten seconds: a second, and in milliseconds. */
  readonly rps: number
  readonly p95: number | undefined
}

export interface Execution {
  /** Text printed since it began. Only ever grows. */
  readonly stdout: string
  readonly stderr: string
  /** Characters printed after `stdout` that are not kept. Absent: none. */
  readonly omitted?: number
  /** 0 all well, else failed; undefined while it still runs. */
  readonly exit: number | undefined
  /** Looks again. Called once after every tick while `exit` is undefined. */
  poll(): void
  /** The tick at which it wants to look again even if nothing happens in the world (a time-out); Infinity: never. */
  readonly wakeAt: Tick
  /** Objects that are still to have their turn. Absent: it does not go through any. */
  readonly left?: number
  /** It only reads, and goes on without any time passing. */
  readonly isReading?: boolean
}

/** A command that was over at once. */
export function finished(exit: number, stdout = '', stderr = ''): Execution {
  return { exit, stdout, stderr, poll() {}, wakeAt: Number.POSITIVE_INFINITY }
}
