/**
 * The ledger: one row for every API write, event, command and fault, in order. A row's number is the revision. It answers
 * *why*: each row names at most two causes (the first and the last trigger) and how many triggers there were; every chain
 * ends at a command, a fault or the start of the world.
 *
 * Rows lie in chunks. Of more than 3.4 million rows the oldest are forgotten: chains end where they begin.
 */
import type { Tick } from './clock.ts'
import { RowChunks, type RowTail } from './rowChunks.ts'
import { TextMap } from './textMap.ts'

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

/** The numbers of a row. `kind`: verb in bits 0–3, mask in bits 4–11, actor above. */
const cell = { slot: 0, tick: 1, kind: 2, previous: 3, firstCause: 4, lastCause: 5, causes: 6 } as const

/** Of 8,192 rows: 96 MB. */
const mostChunks = 420

export class Ledger {
  readonly #rows = new RowChunks(Object.keys(cell).length, mostChunks)
  readonly #actors: string[] = []
  readonly #actorNumbers = new TextMap<number>()
  /** Of the row before: one actor mostly writes several, one after another. */
  #lastActor = ''
  #lastActorNumber = -1
  /** The lines of commands and faults, by revision. */
  readonly #lines = new Map<number, string>()

  constructor() {
    this.append(0, 'genesis', 'world', 0, 0, 0, noCause)
  }

  /** The newest revision. */
  get head(): number {
    return this.#rows.length - 1
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
    const kind = verbs.indexOf(verb) | (mask << 4) | (this.#actorNumber(actor) << 12)
    const cells = this.#rows.next()
    const at = this.#rows.nextAt
    cells[at] = slot
    cells[at + 1] = tick
    cells[at + 2] = kind
    cells[at + 3] = previous
    cells[at + 4] = cause.first
    cells[at + 5] = cause.last
    cells[at + 6] = cause.count
    return this.head
  }

  appendLine(tick: Tick, verb: 'command' | 'fault', actor: string, line: string, cause: Cause): number {
    const revision = this.append(tick, verb, actor, 0, 0, 0, cause)
    this.#lines.set(revision, line)
    return revision
  }

  /** Whether the row is still there. Of one that is not, everything is 0. */
  remembers(revision: number): boolean {
    return this.#rows.has(revision)
  }

  slotOf(revision: number): number {
    return this.#rows.get(revision, cell.slot)
  }

  /** 0 also where that row is forgotten. */
  previousOf(revision: number): number {
    const previous = this.#rows.get(revision, cell.previous)
    return this.#rows.has(previous) ? previous : 0
  }

  tickOf(revision: number): Tick {
    return this.#rows.get(revision, cell.tick)
  }

  verbOf(revision: number): Verb {
    return verbs[this.#rows.get(revision, cell.kind) & 15] as Verb
  }

  maskOf(revision: number): number {
    return (this.#rows.get(revision, cell.kind) >> 4) & 255
  }

  actorOf(revision: number): string {
    return this.#actors[this.#rows.get(revision, cell.kind) >> 12] as string
  }

  causeOf(revision: number): Cause {
    return {
      first: this.#rows.get(revision, cell.firstCause),
      last: this.#rows.get(revision, cell.lastCause),
      count: this.#rows.get(revision, cell.causes),
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
    for (let at = revision; at > 0 && this.remembers(at); at = this.#rows.get(at, cell.firstCause))
      rows.push(this.row(at))
    return rows
  }

  /** The memory its rows take. */
  get bytes(): number {
    return this.#rows.bytes
  }

  /** The rows from `revision` on, for a keyframe: it may still be there when the ledger has forgotten them. */
  tailFrom(revision: number): RowTail {
    return this.#rows.tailFrom(revision)
  }

  /** Forgets every row after `revision`: the replay that follows writes them again. */
  truncate(revision: number, tail: RowTail = this.tailFrom(revision)): void {
    this.#rows.truncate(revision + 1, tail)
    for (const at of [...this.#lines.keys()]) if (at > revision) this.#lines.delete(at)
  }

  #actorNumber(actor: string): number {
    if (actor !== this.#lastActor) {
      this.#lastActor = actor
      this.#lastActorNumber = this.#actorNumbers.get(actor) ?? this.#newActor(actor)
    }
    return this.#lastActorNumber
  }

  #newActor(actor: string): number {
    const number = this.#actors.length
    this.#actors.push(actor)
    this.#actorNumbers.set(actor, number)
    return number
  }
}
