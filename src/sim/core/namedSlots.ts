/**
 * Slots found by the names of what lies in them: one namespace's. An open-addressing table of hashes and slots that holds no
 * name itself. A map by name costs a new pod's name five looks into memory that no cache holds, and this one: most names
 * that are looked for are those that must not be there yet.
 */
import { hashWord } from './hash.ts'

/** Room for hash and slot. A slot of 0: free; -1: freed, others may lie behind it. */
const cellWidth = 2
const fewestPlaces = 8
const freed = -1

export class NamedSlots {
  readonly #nameAt: (slot: number) => string | undefined
  #cells = new Int32Array(cellWidth * fewestPlaces)
  #size = 0
  /** Places that are not free: freed ones, too. */
  #used = 0

  /** `nameAt`: the name of what lies in a slot now. */
  constructor(nameAt: (slot: number) => string | undefined) {
    this.#nameAt = nameAt
  }

  get size(): number {
    return this.#size
  }

  /** What a user's object has in the place of its name may be no text: it names nothing. */
  get(name: string): number | undefined {
    if (typeof name !== 'string') return undefined
    const cells = this.#cells
    const hash = hashWord(name)
    for (let at = this.#first(hash); ; at = this.#next(at)) {
      const slot = cells[at + 1] as number
      if (slot === 0) return undefined
      if (cells[at] === hash && slot !== freed && this.#nameAt(slot) === name) return slot
    }
  }

  /** A name that is not there yet. */
  set(name: string, slot: number): void {
    if (2 * (this.#used + 1) > this.#cells.length / cellWidth) this.#makeRoom()
    this.#put(hashWord(name), slot)
    this.#size++
  }

  /** Whether the slot was there under this name. What lies in the slot may be another object by now. */
  delete(name: string, slot: number): boolean {
    const cells = this.#cells
    const hash = hashWord(name)
    for (let at = this.#first(hash); cells[at + 1] !== 0; at = this.#next(at)) {
      if (cells[at + 1] !== slot || cells[at] !== hash) continue
      cells[at + 1] = freed
      this.#size--
      return true
    }
    return false
  }

  /** In no order that means anything. */
  values(): Iterable<number> {
    const slots: number[] = []
    for (let at = 1; at < this.#cells.length; at += cellWidth) {
      const slot = this.#cells[at] as number
      if (slot > 0) slots.push(slot)
    }
    return slots
  }

  #put(hash: number, slot: number): void {
    const cells = this.#cells
    let at = this.#first(hash)
    while (cells[at + 1] !== 0) at = this.#next(at)
    cells[at] = hash
    cells[at + 1] = slot
    this.#used++
  }

  /** Four places a slot, or as many as there are where most were only freed. */
  #makeRoom(): void {
    const former = this.#cells
    let places = fewestPlaces
    while (places < 4 * this.#size) places *= 2
    this.#cells = new Int32Array(cellWidth * places)
    this.#used = 0
    for (let at = 0; at < former.length; at += cellWidth) {
      const slot = former[at + 1] as number
      if (slot > 0) this.#put(former[at] as number, slot)
    }
  }

  /** The number of places is a power of two. */
  #first(hash: number): number {
    return (cellWidth * hash) & (this.#cells.length - 1)
  }

  #next(at: number): number {
    return (at + cellWidth) & (this.#cells.length - 1)
  }
}
