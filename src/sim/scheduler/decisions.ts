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
/** So many more are held before the oldest go: then each of those remembered is looked at. */
const slack = 16_384

export class Decisions {
  /** In the order they were made; also those that a later one about the same pod has replaced. */
  #order: DecisionRecord[] = []

  note(record: DecisionRecord): void {
    this.#order.push(record)
    if (this.#order.length > remembered + slack) this.#order = this.save()
  }

  of(uid: string): DecisionRecord | undefined {
    return this.save().find((record) => record.uid === uid)
  }

  /** The newest of each of the newest pods, the oldest first. */
  save(): DecisionRecord[] {
    const kept: DecisionRecord[] = []
    const known = new Set<string>()
    for (let i = this.#order.length - 1; i >= 0 && known.size < remembered; i--) {
      const record = this.#order[i] as DecisionRecord
      if (!known.has(record.uid)) kept.push(record)
      known.add(record.uid)
    }
    return kept.reverse()
  }

  load(saved: readonly DecisionRecord[]): void {
    this.#order = saved.slice()
  }
}

/** When: a decision is written down at once, as the very next row. Where it said nothing new, about when. */
export function decidedAt(ledger: Ledger, { head }: DecisionRecord, scheduler: string): Tick {
  const isWritten = head < ledger.head && ledger.actorOf(head + 1) === scheduler
  return ledger.tickOf(isWritten ? head + 1 : head)
}

/** Pods that the scheduler had bound by then and not yet seen bound: slot → node. */
export function boundMeanwhile(registry: Registry, { seen, head }: DecisionRecord): Map<number, string> {
  const bound = new Map<number, string>()
  for (let revision = seen + 1; revision <= head; revision++) {
    const write = registry.writeAt(revision)
    const before = write?.before as Pod | undefined
    const after = write?.after as Pod | undefined
    if (before === undefined || after?.kind !== 'Pod' || before.spec.nodeName || !after.spec.nodeName)
      continue
    bound.set(write?.slot ?? 0, after.spec.nodeName)
  }
  return bound
}
