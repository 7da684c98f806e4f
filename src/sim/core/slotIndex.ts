/**
 * Slots filed under text keys, each bucket in slot order (creation order). Filings that ended are remembered for a
 * while, so that a reader whose cache lags still finds what the head has already dropped.
 */
import { RecentTexts } from './recentTexts.ts'

export interface Unfiling {
  readonly revision: number
  readonly slot: number
  readonly key: string
}

const none: readonly number[] = []

export class SlotIndex {
  readonly #buckets = new Map<string, number[]>()
  readonly #recent = new RecentTexts<number[]>()
  #unfiled: Unfiling[] = []

  clear(): void {
    this.#buckets.clear()
    this.#recent.clear()
    this.#unfiled = []
  }

  slots(key: string): readonly number[] {
    return this.#bucket(key) ?? none
  }

  keys(): IterableIterator<string> {
    return this.#buckets.keys()
  }

  file(key: string, slot: number): void {
    const bucket = this.#bucket(key)
    if (bucket === undefined) this.#buckets.set(key, [slot])
    else if ((bucket[bucket.length - 1] as number) < slot) bucket.push(slot)
    else bucket.splice(position(bucket, slot), 0, slot)
  }

  unfile(key: string, slot: number, revision: number): void {
    this.#unfiled.push({ revision, slot, key })
    const bucket = this.#bucket(key)
    if (bucket === undefined) return
    const at = position(bucket, slot)
    if (bucket[at] === slot) bucket.splice(at, 1)
    if (bucket.length > 0) return
    this.#buckets.delete(key)
    this.#recent.delete(key)
  }

  /** Remembers a filing that ended, in an index that was built anew after it. */
  recall(key: string, slot: number, revision: number): void {
    this.#unfiled.push({ revision, slot, key })
  }

  /** Filings under `key` that ended after revision `seen`. */
  unfiledSince(key: string, seen: number): readonly number[] {
    const last = this.#unfiled[this.#unfiled.length - 1]
    if (last === undefined || last.revision <= seen) return none
    const slots: number[] = []
    for (let i = this.#unfiled.length - 1; i >= 0; i--) {
      const one = this.#unfiled[i] as Unfiling
      if (one.revision <= seen) break
      if (one.key === key) slots.push(one.slot)
    }
    return slots
  }

  /** No reader is behind `revision` any more. */
  forgetUnfiledUpTo(revision: number): void {
    if (this.#unfiled.length === 0) return
    let keep = 0
    while (keep < this.#unfiled.length && (this.#unfiled[keep] as Unfiling).revision <= revision) keep++
    if (keep > 0) this.#unfiled = this.#unfiled.slice(keep)
  }

  #bucket(key: string): number[] | undefined {
    const recent = this.#recent.get(key)
    if (recent !== undefined) return recent
    const bucket = this.#buckets.get(key)
    if (bucket !== undefined) this.#recent.set(key, bucket)
    return bucket
  }
}

/** Where `slot` is, or would be put, in an ascending list. */
function position(bucket: readonly number[], slot: number): number {
  let low = 0
  let high = bucket.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bucket[middle] as number) < slot) low = middle + 1
    else high = middle
  }
  return low
}
