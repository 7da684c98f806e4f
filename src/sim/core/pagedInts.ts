/**
 * 32-bit whole numbers in pages that keyframes share: saving one hands out the list of pages, and a page is copied when it is
 * written for the first time after that. A keyframe so costs what has changed since the one before it.
 */
const pageBits = 10
const pageSize = 1 << pageBits
const within = pageSize - 1

/** Stands for every page in which nothing was ever written. Nobody writes to it. */
const emptyPage = new Int32Array(pageSize)

export class IntPages {
  readonly pages: readonly Int32Array[]
  readonly length: number

  constructor(pages: readonly Int32Array[], length: number) {
    this.pages = pages
    this.length = length
  }

  /** Bytes that these pages hold and the other ones don't. */
  bytesBeside(other: IntPages | undefined): number {
    let bytes = 0
    for (let i = 0; i < this.pages.length; i++) {
      const page = this.pages[i]
      if (page !== other?.pages[i] && page !== emptyPage) bytes += pageSize * Int32Array.BYTES_PER_ELEMENT
    }
    return bytes
  }
}

export class PagedInts {
  #pages: Int32Array[] = []
  /** Since which save each page belongs to nobody else. */
  #madeAfter: number[] = []
  #saves = 0
  #length = 0

  /** One more than the highest place ever written. */
  get length(): number {
    return this.#length
  }

  get bytes(): number {
    return this.#pages.length * pageSize * Int32Array.BYTES_PER_ELEMENT
  }

  /** 0 where nothing was written. */
  get(at: number): number {
    const page = this.#pages[at >> pageBits]
    return page === undefined ? 0 : (page[at & within] as number)
  }

  set(at: number, value: number): void {
    if (at >= this.#length) this.#length = at + 1
    const number = at >> pageBits
    const page =
      this.#madeAfter[number] === this.#saves ? (this.#pages[number] as Int32Array) : this.#own(number)
    page[at & within] = value
  }

  /** The page for writing to places from `at` on that lie in one page; where in it is `PagedInts.within(at)`. */
  pageFrom(at: number, count: number): Int32Array {
    if (at + count > this.#length) this.#length = at + count
    const number = at >> pageBits
    return this.#madeAfter[number] === this.#saves ? (this.#pages[number] as Int32Array) : this.#own(number)
  }

  static within(at: number): number {
    return at & within
  }

  push(value: number): void {
    this.set(this.#length, value)
  }

  add(at: number, amount: number): void {
    this.set(at, this.get(at) + amount)
  }

  save(): IntPages {
    this.#saves++
    return new IntPages(this.#pages.slice(), this.#length)
  }

  load(saved: IntPages): void {
    this.#saves++
    this.#pages = saved.pages.slice()
    this.#madeAfter = this.#pages.map(() => -1)
    this.#length = saved.length
  }

  clear(): void {
    this.load(new IntPages([], 0))
  }

  /** Gives back the room of pages in which nothing but zeros is left. */
  dropEmptyPages(): void {
    for (let i = 0; i < this.#pages.length; i++) {
      if (!(this.#pages[i] as Int32Array).every((cell) => cell === 0)) continue
      this.#pages[i] = emptyPage
      this.#madeAfter[i] = -1
    }
  }

  #own(number: number): Int32Array {
    while (this.#pages.length <= number) {
      this.#pages.push(emptyPage)
      this.#madeAfter.push(-1)
    }
    const shared = this.#pages[number] as Int32Array
    const page = shared === emptyPage ? new Int32Array(pageSize) : shared.slice()
    this.#pages[number] = page
    this.#madeAfter[number] = this.#saves
    return page
  }
}
