/**
 * Frozen records by the slot of an object, in pages instead of a map: slots are small numbers that are never used again.
 * A keyframe shares the pages.
 */
import { type ListPages, PagedList } from './pagedList.ts'

export interface SlotMapImage<T> {
  readonly records: ListPages<T>
  readonly size: number
}

/** Room is given back after so many deletions. */
const sweepEvery = 256

export class SlotMap<T extends object> {
  readonly #records = new PagedList<T>()
  #size = 0
  #deletions = 0

  get size(): number {
    return this.#size
  }

  get(slot: number): T | undefined {
    return this.#records.get(slot)
  }

  set(slot: number, record: T): void {
    if (this.#records.get(slot) === undefined) this.#size++
    this.#records.set(slot, record)
  }

  delete(slot: number): void {
    if (this.#records.get(slot) === undefined) return
    this.#records.set(slot, undefined)
    this.#size--
    if (++this.#deletions % sweepEvery === 0) this.#records.dropEmptyPages()
  }

  /** Places that are kept for records, used or not. */
  get places(): number {
    return this.#records.places
  }

  /** In the order of slots. */
  values(): readonly T[] {
    return this.#records.values()
  }

  clear(): void {
    this.#records.clear()
    this.#size = 0
  }

  /** The pages alone. */
  save(): SlotMapImage<T> {
    return { records: this.#records.save(), size: this.#size }
  }

  /** `onChange`: told of every slot that has another record now, or none. */
  load(
    { records, size }: SlotMapImage<T>,
    onChange?: (slot: number, before: T | undefined, after: T | undefined) => void,
  ): void {
    this.#records.load(records, onChange)
    this.#size = size
  }
}
