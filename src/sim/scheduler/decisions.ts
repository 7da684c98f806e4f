/** The newest decisions, by as little as it takes to make them again: revisions, and where the search began. */

import type { Pod } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import type { Ledger } from '../core/ledger.ts'
import type { Registry } from '../core/registry.ts'

export interface DecisionRecord {
  readonly uid: string
  /** What the scheduler had seen. */
  readonly seen: number
  /** The newest revision at that moment: pods that it had bound up to then it knew of, too. */
  readonly head: number
  /** Where the search for nodes began. */
  readonly start: number
  readonly chosen: string | undefined
}

const remembered = 4096

export class Decisions {
  readonly #byUid = new Map<string, DecisionRecord>()
  /** In the order they were made; also those that a later one about the same pod has replaced. */
  #order: DecisionRecord[] = []
  /** How many at the start of `#order` have been dropped. */
  #dropped = 0

  note(record: DecisionRecord): void {
    const frozen = Object.freeze(record)
    this.#byUid.set(record.uid, frozen)
    this.#order.push(frozen)
    while (this.#byUid.size > remembered) this.#dropOldest()
    if (this.#order.length > 4 * remembered) this.save()
  }

  of(uid: string): DecisionRecord | undefined {
    return this.#byUid.get(uid)
  }

  /** The oldest first. */
  save(): readonly DecisionRecord[] {
    this.#order = this.#order.slice(this.#dropped).filter((one) => this.#byUid.get(one.uid) === one)
    this.#dropped = 0
    return this.#order.slice()
  }

  load(saved: readonly DecisionRecord[]): void {
    this.#byUid.clear()
    for (const record of saved) this.#byUid.set(record.uid, record)
    this.#order = saved.slice()
    this.#dropped = 0
  }

  #dropOldest(): void {
    const oldest = this.#order[this.#dropped++] as DecisionRecord
    if (this.#byUid.get(oldest.uid) === oldest) this.#byUid.delete(oldest.uid)
  }
}

/** When: a decision is written down at once, as the very next row. Where it said nothing new, about when. */
export function decidedAt(ledger: Ledger, { head }: DecisionRecord, scheduler: string): Tick {
  const isWritten = head < ledger.head && ledger.actorOf(head + 1) === scheduler
  return ledger.tickOf(isWritten ? head + 1 : head)
}

/** Pods that the scheduler had bound by then and not yet seen bound: uid → node. */
export function boundMeanwhile(registry: Registry, { seen, head }: DecisionRecord): Map<string, string> {
  const bound = new Map<string, string>()
  for (let revision = seen + 1; revision <= head; revision++) {
    const write = registry.writeAt(revision)
    const before = write?.before as Pod | undefined
    const after = write?.after as Pod | undefined
    if (before === undefined || after?.kind !== 'Pod' || before.spec.nodeName || !after.spec.nodeName)
      continue
    bound.set(after.metadata.uid, after.spec.nodeName)
  }
  return bound
}
