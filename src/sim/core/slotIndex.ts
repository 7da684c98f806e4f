/**
 * Slots filed under text keys, each bucket in slot order (creation order). Filings that ended are remembered for a
 * while, so that a reader whose cache lags still finds what the head has already dropped.
 */
import { TextMap } from './textMap.ts'

export interface Unfiling {
  readonly revision: number
  readonly slot: number
  readonly key: string
}

interface Bucket {
  slots: number[]
  /** Of `slots`, those that were unfiled since somebody looked: ten thousand objects that go are swept out at once. */
  gone: Set<number> | undefined
}

const none: readonly number[] = []

/** More of them than those who are left are swept out even where nobody looks. */
const fewGone = 32

export class SlotIndex {
  readonly #buckets = new TextMap<Bucket>()
  /** In the order of their revisions. */
  #unfiled: Unfiling[] = []
  /** The same by key, as far as somebody has asked for any: where thousands have gone, thousands are asked for. */
  readonly #unfiledBy = new Map<string, Unfiling[]>()
  #sorted = 0

  clear(): void {
    this.#buckets.clear()
    this.#forgetUnfiled(this.#unfiled.length)
  }

  slots(key: string): readonly number[] {
    const bucket = this.#buckets.get(key)
    if (bucket === undefined) return none
    if (bucket.gone !== undefined) sweep(bucket, bucket.gone)
    return bucket.slots
  }

  /** How many slots are held, those included that have gone and are not swept out. */
  get held(): number {
    let held = 0
    for (const { slots } of this.#buckets.values()) held += slots.length
    return held
  }

  keys(): IterableIterator<string> {
    return this.#buckets.keys()
  }

  file(key: string, slot: number): void {
    const bucket = this.#buckets.get(key)
    if (bucket === undefined) this.#buckets.set(key, { slots: [slot], gone: undefined })
    else if (bucket.gone?.delete(slot) !== true) insert(bucket.slots, slot)
  }

  unfile(key: string, slot: number, revision: number): void {
    this.#unfiled.push({ revision, slot, key })
    const bucket = this.#buckets.get(key)
    if (bucket === undefined || bucket.slots[position(bucket.slots, slot)] !== slot) return
    bucket.gone ??= new Set()
    bucket.gone.add(slot)
    if (bucket.gone.size < bucket.slots.length) {
      if (bucket.gone.size > fewGone && 2 * bucket.gone.size > bucket.slots.length) sweep(bucket, bucket.gone)
      return
    }
    this.#buckets.delete(key)
  }

  /** Remembers a filing that ended, in an index that was built anew after it. */
  recall(key: string, slot: number, revision: number): void {
    this.#unfiled.push({ revision, slot, key })
  }

  /** Filings under `key` that ended after revision `seen`. */
  unfiledSince(key: string, seen: number): readonly number[] {
    const last = this.#unfiled[this.#unfiled.length - 1]
    if (last === undefined || last.revision <= seen) return none
    this.#sortUnfiled()
    const alike = this.#unfiledBy.get(key)
    if (alike === undefined) return none
    const slots: number[] = []
    for (let i = alike.length - 1; i >= 0; i--) {
      const one = alike[i] as Unfiling
      if (one.revision <= seen) break
      slots.push(one.slot)
    }
    return slots
  }

  /** No reader is behind `revision` any more. */
  forgetUnfiledUpTo(revision: number): void {
    if (this.#unfiled.length === 0) return
    let keep = 0
    while (keep < this.#unfiled.length && (this.#unfiled[keep] as Unfiling).revision <= revision) keep++
    this.#forgetUnfiled(keep)
  }

  #sortUnfiled(): void {
    for (; this.#sorted < this.#unfiled.length; this.#sorted++) {
      const one = this.#unfiled[this.#sorted] as Unfiling
      const alike = this.#unfiledBy.get(one.key)
      if (alike === undefined) this.#unfiledBy.set(one.key, [one])
      else alike.push(one)
    }
  }

  /** The first so many. */
  #forgetUnfiled(count: number): void {
    if (count === 0) return
    this.#unfiled = this.#unfiled.slice(count)
    this.#unfiledBy.clear()
    this.#sorted = 0
  }
}

/** Those who were handed the list before keep it as it was. */
function sweep(bucket: Bucket, gone: ReadonlySet<number>): void {
  bucket.slots = bucket.slots.filter((slot) => !gone.has(slot))
  bucket.gone = undefined
}

function insert(slots: number[], slot: number): void {
  if ((slots[slots.length - 1] as number) < slot) slots.push(slot)
  else slots.splice(position(slots, slot), 0, slot)
}

/** Where `slot` is, or would be put, in an ascending list. */
function position(slots: readonly number[], slot: number): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((slots[middle] as number) < slot) low = middle + 1
    else high = middle
  }
  return low
}
