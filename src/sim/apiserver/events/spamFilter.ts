/**
 * How many more events one component may write about one object: a bucket each of 25, which gains one in 300 s (client-go
 * tools/record/events_cache.go, v1.36). Buckets are chains of four numbers, by the slot of the object.
 */
import type { Tick } from '../../core/clock.ts'
import { ticksOf } from '../../core/clock.ts'
import { type IntPages, PagedInts } from '../../core/pagedInts.ts'

const burst = 25
const refill = ticksOf(300)

const width = 4
const field = { component: 0, left: 1, since: 2, next: 3 } as const

export interface SpamFilterImage {
  readonly first: IntPages
  readonly cells: IntPages
}

export class SpamFilter {
  /** By slot; 0: none. */
  readonly #first = new PagedInts()
  #cells = new PagedInts()
  /** Numbered as they first speak: never forgotten, and no part of the world. */
  readonly #components: string[] = []

  /** Takes a token; false when there is none left. */
  spend(slot: number, component: string, tick: Tick): boolean {
    const number = this.#number(component)
    let bucket = this.#first.get(slot)
    while (bucket !== 0 && this.#get(bucket, field.component) !== number)
      bucket = this.#get(bucket, field.next)
    if (bucket === 0) {
      this.#open(slot, number, burst - 1, tick)
      return true
    }
    const left = this.#get(bucket, field.left)
    const since = this.#get(bucket, field.since)
    const gained = Math.floor((tick - since) / refill)
    const isFull = left + gained >= burst
    const available = isFull ? burst : left + gained
    if (available === 0) return false
    this.#set(bucket, field.left, available - 1)
    this.#set(bucket, field.since, isFull ? tick : since + gained * refill)
    return true
  }

  /** What is left of each component's, for the hash of the world. */
  state(slot: number): readonly (readonly [component: string, left: number, since: Tick])[] {
    const buckets: [string, number, Tick][] = []
    for (let at = this.#first.get(slot); at !== 0; at = this.#get(at, field.next)) {
      const component = this.#components[this.#get(at, field.component)] as string
      buckets.push([component, this.#get(at, field.left), this.#get(at, field.since)])
    }
    return buckets
  }

  forget(slot: number): void {
    if (this.#first.get(slot) !== 0) this.#first.set(slot, 0)
  }

  /** Gives back the room of what was forgotten. */
  compact(): void {
    const former = this.#cells
    this.#cells = new PagedInts()
    for (let slot = 1; slot < this.#first.length; slot++) {
      let at = this.#first.get(slot)
      if (at === 0) continue
      const chain: number[] = []
      for (; at !== 0; at = former.get(at * width + field.next)) chain.unshift(at)
      this.#first.set(slot, 0)
      for (const bucket of chain) {
        const [component, left, since] = [0, 1, 2].map((part) => former.get(bucket * width + part))
        this.#open(slot, component as number, left as number, since as number)
      }
    }
    this.#first.dropEmptyPages()
  }

  save(): SpamFilterImage {
    return { first: this.#first.save(), cells: this.#cells.save() }
  }

  load({ first, cells }: SpamFilterImage): void {
    this.#first.load(first)
    this.#cells.load(cells)
  }

  #open(slot: number, component: number, left: number, since: Tick): void {
    const bucket = Math.max(1, Math.ceil(this.#cells.length / width))
    this.#set(bucket, field.component, component)
    this.#set(bucket, field.left, left)
    this.#set(bucket, field.since, since)
    this.#set(bucket, field.next, this.#first.get(slot))
    this.#first.set(slot, bucket)
  }

  #number(component: string): number {
    const known = this.#components.indexOf(component)
    return known >= 0 ? known : this.#components.push(component) - 1
  }

  #get(bucket: number, at: number): number {
    return this.#cells.get(bucket * width + at)
  }

  #set(bucket: number, at: number, value: number): void {
    this.#cells.set(bucket * width + at, value)
  }
}
