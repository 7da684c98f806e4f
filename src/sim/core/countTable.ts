/** Counts by a text, which are never lowered and never go, in pages that keyframes share. */
import { type IntPages, PagedInts } from './pagedInts.ts'
import { type ListPages, PagedList } from './pagedList.ts'

export interface CountTableImage {
  readonly keys: ListPages<string>
  readonly counts: IntPages
}

export class CountTable {
  readonly #keys = new PagedList<string>()
  readonly #counts = new PagedInts()
  /** Derived: the place of each key. After a restore it may also know keys that are not there any more. */
  readonly #places = new Map<string, number>()

  get(key: string): number {
    const place = this.#placeOf(key)
    return place < 0 ? 0 : this.#counts.get(place)
  }

  increase(key: string): void {
    let place = this.#placeOf(key)
    if (place < 0) {
      place = this.#keys.length
      this.#keys.push(key)
      this.#counts.push(0)
      this.#places.set(key, place)
    }
    this.#counts.add(place, 1)
  }

  /** In the order in which they began. */
  entries(): readonly (readonly [string, number])[] {
    return this.#keys.values().map((key, place) => [key, this.#counts.get(place)])
  }

  save(): CountTableImage {
    return { keys: this.#keys.save(), counts: this.#counts.save() }
  }

  load({ keys, counts }: CountTableImage): void {
    this.#keys.load(keys, (place, _, after) => {
      if (after !== undefined) this.#places.set(after, place)
    })
    this.#counts.load(counts)
  }

  #placeOf(key: string): number {
    const place = this.#places.get(key)
    return place !== undefined && this.#keys.get(place) === key ? place : -1
  }
}
