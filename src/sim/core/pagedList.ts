/**
 * References to frozen values in pages that keyframes share, as `PagedInts` are. What a keyframe costs besides its pages is
 * the values that have been replaced since: nobody else holds them any more.
 */
const pageBits = 8
const pageSize = 1 << pageBits
const within = pageSize - 1
const bytesPerReference = 8

type Page<T> = (T | undefined)[]

/** Stands for every page in which there is nothing. Nobody writes to it. */
const emptyPage: Page<never> = new Array(pageSize).fill(undefined)

export class ListPages<T> {
  readonly pages: readonly Page<T>[]
  readonly length: number

  constructor(pages: readonly Page<T>[], length: number) {
    this.pages = pages
    this.length = length
  }

  /** Bytes that these pages hold and the other ones don't, where a value takes `bytesPerValue`. */
  bytesBeside(other: ListPages<T> | undefined, bytesPerValue: number): number {
    let bytes = 0
    for (let i = 0; i < this.pages.length; i++) {
      const page = this.pages[i] as Page<T>
      const its = other?.pages[i]
      if (page === its || page === emptyPage) continue
      bytes += pageSize * bytesPerReference
      for (let at = 0; at < pageSize; at++) {
        if (page[at] !== undefined && page[at] !== its?.[at]) bytes += bytesPerValue
      }
    }
    return bytes
  }
}

export class PagedList<T> {
  #pages: Page<T>[] = []
  /** Since which save each page belongs to nobody else. */
  #madeAfter: number[] = []
  #saves = 0
  #length = 0

  /** One more than the highest place ever written. */
  get length(): number {
    return this.#length
  }

  /** How many places there is room for, used or not. */
  get places(): number {
    return pageSize * this.#pages.filter((page) => page !== emptyPage).length
  }

  get(at: number): T | undefined {
    const page = this.#pages[at >> pageBits]
    return page === undefined ? undefined : page[at & within]
  }

  set(at: number, value: T | undefined): void {
    if (at >= this.#length) this.#length = at + 1
    const number = at >> pageBits
    const page =
      this.#madeAfter[number] === this.#saves ? (this.#pages[number] as Page<T>) : this.#own(number)
    page[at & within] = value
  }

  push(value: T | undefined): void {
    this.set(this.#length, value)
  }

  /** In order; places where there is nothing are left out. */
  values(): T[] {
    const values: T[] = []
    for (const page of this.#pages) {
      if (page === emptyPage) continue
      for (const value of page) if (value !== undefined) values.push(value)
    }
    return values
  }

  save(): ListPages<T> {
    this.#saves++
    return new ListPages(this.#pages.slice(), this.#length)
  }

  /** `onChange`: told of every place whose value is another one now. */
  load(
    saved: ListPages<T>,
    onChange?: (at: number, before: T | undefined, after: T | undefined) => void,
  ): void {
    if (onChange !== undefined) this.#compare(saved.pages, onChange)
    this.#saves++
    this.#pages = saved.pages.slice()
    this.#madeAfter = this.#pages.map(() => -1)
    this.#length = saved.length
  }

  clear(): void {
    this.load(new ListPages<T>([], 0))
  }

  /** Gives back the room of pages in which nothing is left. */
  dropEmptyPages(): void {
    for (let i = 0; i < this.#pages.length; i++) {
      if ((this.#pages[i] as Page<T>).some((value) => value !== undefined)) continue
      this.#pages[i] = emptyPage
      this.#madeAfter[i] = -1
    }
  }

  #compare(
    pages: readonly Page<T>[],
    onChange: (at: number, before: T | undefined, after: T | undefined) => void,
  ): void {
    const count = Math.max(pages.length, this.#pages.length)
    for (let number = 0; number < count; number++) {
      const before: Page<T> = this.#pages[number] ?? emptyPage
      const after: Page<T> = pages[number] ?? emptyPage
      if (before === after) continue
      for (let at = 0; at < pageSize; at++) {
        if (before[at] !== after[at]) onChange(number * pageSize + at, before[at], after[at])
      }
    }
  }

  #own(number: number): Page<T> {
    while (this.#pages.length <= number) {
      this.#pages.push(emptyPage)
      this.#madeAfter.push(-1)
    }
    const page = (this.#pages[number] as Page<T>).slice()
    this.#pages[number] = page
    this.#madeAfter[number] = this.#saves
    return page
  }
}
