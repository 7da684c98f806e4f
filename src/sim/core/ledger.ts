/**
 * The ledger: one row for every API write, event, command and fault, in order, never thrown away. A row's number is
 * the revision. It answers *why*: each row names at most two causes (the first and the last trigger) and how many
 * triggers there were; every chain ends at a command, a fault or the start of the world.
 */
import type { Tick } from './clock.ts'
import { IntColumn } from './growable.ts'

export const verbs = ['create', 'update', 'status', 'delete', 'event', 'command', 'fault', 'genesis'] as const
export type Verb = (typeof verbs)[number]

/** Why a write happened: revisions of the first and last trigger (0: none) and the number of triggers. */
export interface Cause {
  readonly first: number
  readonly last: number
  readonly count: number
}

export const noCause: Cause = { first: 0, last: 0, count: 0 }

export function causedBy(revision: number): Cause {
  return { first: revision, last: revision, count: revision === 0 ? 0 : 1 }
}

/** One more trigger for a piece of work that already waits. */
export function mergeCauses(earlier: Cause, later: Cause): Cause {
  if (earlier.count === 0) return later
  if (later.count === 0) return earlier
  return { first: earlier.first, last: later.last, count: earlier.count + later.count }
}

/** Which parts of the object a write changed. */
export const changed = { metadata: 1, spec: 2, status: 4, deletion: 8, existence: 16 } as const

export const allParts = 31

export interface LedgerRow {
  readonly revision: number
  readonly tick: Tick
  readonly verb: Verb
  readonly actor: string
  /** The object written; 0 for a command, a fault or an event. */
  readonly slot: number
  /** The object's write before this one; 0: none. */
  readonly previous: number
  readonly mask: number
  readonly cause: Cause
}

export class Ledger {
  readonly #slot = new IntColumn()
  readonly #tick = new IntColumn()
  /** verb in bits 0–3, mask in bits 4–11, actor above. */
  readonly #kind = new IntColumn()
  readonly #previous = new IntColumn()
  readonly #firstCause = new IntColumn()
  readonly #lastCause = new IntColumn()
  readonly #causes = new IntColumn()
  readonly #actors: string[] = []
  readonly #actorNumbers = new Map<string, number>()
  /** Who wrote last: mostly the one who writes next. */
  #lastActor = ''
  #lastActorNumber = -1
  /** The lines of commands and faults, by revision. */
  readonly #lines = new Map<number, string>()

  constructor() {
    this.append(0, 'genesis', 'world', 0, 0, 0, noCause)
  }

  /** The newest revision. */
  get head(): number {
    return this.#slot.length - 1
  }

  append(
    tick: Tick,
    verb: Verb,
    actor: string,
    slot: number,
    previous: number,
    mask: number,
    cause: Cause,
  ): number {
    this.#slot.push(slot)
    this.#tick.push(tick)
    this.#kind.push(verbs.indexOf(verb) | (mask << 4) | (this.#actorNumber(actor) << 12))
    this.#previous.push(previous)
    this.#firstCause.push(cause.first)
    this.#lastCause.push(cause.last)
    this.#causes.push(cause.count)
    return this.head
  }

  appendLine(tick: Tick, verb: 'command' | 'fault', actor: string, line: string, cause: Cause): number {
    const revision = this.append(tick, verb, actor, 0, 0, 0, cause)
    this.#lines.set(revision, line)
    return revision
  }

  slotOf(revision: number): number {
    return this.#slot.get(revision)
  }

  previousOf(revision: number): number {
    return this.#previous.get(revision)
  }

  tickOf(revision: number): Tick {
    return this.#tick.get(revision)
  }

  verbOf(revision: number): Verb {
    return verbs[this.#kind.get(revision) & 15] as Verb
  }

  maskOf(revision: number): number {
    return (this.#kind.get(revision) >> 4) & 255
  }

  actorOf(revision: number): string {
    return this.#actors[this.#kind.get(revision) >> 12] as string
  }

  causeOf(revision: number): Cause {
    return {
      first: this.#firstCause.get(revision),
      last: this.#lastCause.get(revision),
      count: this.#causes.get(revision),
    }
  }

  lineOf(revision: number): string | undefined {
    return this.#lines.get(revision)
  }

  row(revision: number): LedgerRow {
    return {
      revision,
      tick: this.tickOf(revision),
      verb: this.verbOf(revision),
      actor: this.actorOf(revision),
      slot: this.slotOf(revision),
      previous: this.previousOf(revision),
      mask: this.maskOf(revision),
      cause: this.causeOf(revision),
    }
  }

  /** The chain of first causes from a revision back to the command, fault or genesis that began it, itself first. */
  chain(revision: number): LedgerRow[] {
    const rows: LedgerRow[] = []
    for (let at = revision; at > 0; at = this.#firstCause.get(at)) rows.push(this.row(at))
    return rows
  }

  /** The memory its columns take. */
  get bytes(): number {
    return this.#columns().reduce((sum, column) => sum + column.bytes, 0)
  }

  /** Forgets every row after `revision`: the replay that follows writes them again. */
  truncate(revision: number): void {
    const length = revision + 1
    for (const column of this.#columns()) column.truncate(length)
    for (const at of [...this.#lines.keys()]) if (at > revision) this.#lines.delete(at)
  }

  #columns(): readonly IntColumn[] {
    return [
      this.#slot,
      this.#tick,
      this.#kind,
      this.#previous,
      this.#firstCause,
      this.#lastCause,
      this.#causes,
    ]
  }

  #actorNumber(actor: string): number {
    if (actor === this.#lastActor) return this.#lastActorNumber
    let number = this.#actorNumbers.get(actor)
    if (number === undefined) {
      number = this.#actors.length
      this.#actors.push(actor)
      this.#actorNumbers.set(actor, number)
    }
    this.#lastActor = actor
    this.#lastActorNumber = number
    return number
  }
}
