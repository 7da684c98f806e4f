/** The newest decisions, by as little as it takes to make them again: revisions, and where the search began. */

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

  note(record: DecisionRecord): void {
    this.#byUid.delete(record.uid)
    this.#byUid.set(record.uid, Object.freeze(record))
    if (this.#byUid.size > remembered) this.#byUid.delete(this.#byUid.keys().next().value as string)
  }

  of(uid: string): DecisionRecord | undefined {
    return this.#byUid.get(uid)
  }

  save(): readonly DecisionRecord[] {
    return [...this.#byUid.values()]
  }

  load(saved: readonly DecisionRecord[]): void {
    this.#byUid.clear()
    for (const record of saved) this.#byUid.set(record.uid, record)
  }
}
