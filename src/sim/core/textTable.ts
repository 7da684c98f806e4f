/**
 * Texts that many rows have in common, as numbers. A text goes when its last row does, and its number is given out again;
 * which number a text has is nobody's business.
 */
import { type IntPages, PagedInts } from './pagedInts.ts'
import { type ListPages, PagedList } from './pagedList.ts'
import { TextMap } from './textMap.ts'

export interface TextTableImage {
  readonly texts: ListPages<string>
  readonly uses: IntPages
  readonly firstFree: number
}

export class TextTable {
  readonly #texts = new PagedList<string>()
  /** Of a text that is there: in how many rows. Of one that has gone: minus the number that is free after it. */
  readonly #uses = new PagedInts()
  /** 0: none. */
  #firstFree = 0
  /** Derived, when somebody asks. */
  #ids: TextMap<number> | undefined

  constructor() {
    this.clear()
  }

  /** How many texts are held for finding them again. */
  get recent(): number {
    return this.#ids?.recent ?? 0
  }

  /** 0 stands for no text. */
  at(id: number): string | undefined {
    return id === 0 ? undefined : this.#texts.get(id)
  }

  /** The number of a text that is there; 0: it is not. */
  find(text: string): number {
    return this.#lookup().get(text) ?? 0
  }

  /** The number of a text for one more row. `found`: what `find` has answered. */
  take(text: string | undefined, found = text === undefined ? 0 : this.find(text)): number {
    if (text === undefined) return 0
    const id = found || this.#add(text)
    this.#uses.add(id, 1)
    return id
  }

  /** As `take`, of a text that no other row will ever have: it is not looked for. */
  takeUnique(text: string): number {
    const id = this.#place(text)
    this.#uses.add(id, 1)
    return id
  }

  /** One row less has the text. */
  release(id: number): void {
    if (id === 0) return
    this.#uses.add(id, -1)
    if (this.#uses.get(id) > 0) return
    const text = this.#texts.get(id) as string
    if (this.#lookup().get(text) === id) this.#lookup().delete(text)
    this.#texts.set(id, undefined)
    this.#uses.set(id, -this.#firstFree)
    this.#firstFree = id
  }

  save(): TextTableImage {
    return { texts: this.#texts.save(), uses: this.#uses.save(), firstFree: this.#firstFree }
  }

  load({ texts, uses, firstFree }: TextTableImage): void {
    this.#texts.load(texts)
    this.#uses.load(uses)
    this.#firstFree = firstFree
    this.#ids = undefined
  }

  clear(): void {
    this.#texts.clear()
    this.#uses.clear()
    this.#texts.push(undefined)
    this.#uses.push(0)
    this.#firstFree = 0
    this.#ids = undefined
  }

  #add(text: string): number {
    const id = this.#place(text)
    this.#lookup().set(text, id)
    return id
  }

  #place(text: string): number {
    const free = this.#firstFree
    const id = free === 0 ? this.#texts.length : free
    if (free !== 0) this.#firstFree = -this.#uses.get(free)
    this.#texts.set(id, text)
    this.#uses.set(id, 0)
    return id
  }

  #lookup(): TextMap<number> {
    if (this.#ids !== undefined) return this.#ids
    const ids = new TextMap<number>()
    for (let id = 1; id < this.#texts.length; id++) {
      const text = this.#texts.get(id)
      if (text !== undefined) ids.set(text, id)
    }
    this.#ids = ids
    return ids
  }
}
