/**
 * Frozen records by the slot of an object, in a list instead of a map: slots are small numbers that are never used again.
 * A keyframe copies the list's references, which takes a thousandth of copying a map.
 */
export class SlotMap<T extends object> {
  #records: (T | undefined)[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  get(slot: number): T | undefined {
    return this.#records[slot]
  }

  set(slot: number, record: T): void {
    while (this.#records.length <= slot) this.#records.push(undefined)
    if (this.#records[slot] === undefined) this.#size++
    this.#records[slot] = record
  }

  delete(slot: number): void {
    if (this.#records[slot] === undefined) return
    this.#records[slot] = undefined
    this.#size--
  }

  /** In the order of slots. */
  values(): readonly T[] {
    return this.#records.filter((record) => record !== undefined)
  }

  /** References only. */
  save(): readonly (T | undefined)[] {
    return this.#records.slice()
  }

  load(saved: readonly (T | undefined)[]): void {
    this.#records = saved.slice()
    this.#size = saved.reduce((size, record) => size + (record === undefined ? 0 : 1), 0)
  }
}
