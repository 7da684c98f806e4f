/** Events as rows of eight numbers, in pages that keyframes share. A row is known by the how-manieth event of the world it is. */
import type { Tick } from '../../core/clock.ts'
import { type IntPages, PagedInts } from '../../core/pagedInts.ts'
import { TextTable, type TextTableImage } from '../../core/textTable.ts'
import type { Sort } from './note.ts'

/** A power of two: a row lies in one page. */
const width = 8
const field = {
  revision: 0,
  first: 1,
  count: 2,
  version: 3,
  /** Twice the sort's number; one more for a row that stands for several. */
  sort: 4,
  host: 5,
  message: 6,
  earlier: 7,
} as const

/** In the place of a message's number: no other row will say so. */
export const unique = -1

/** What a new row says. */
export interface Said {
  readonly revision: number
  readonly tick: Tick
  /** The revision of the version that it is about. */
  readonly version: number
  readonly sort: Sort
  /** Stands for several that differ in their message; shows the newest of them. */
  readonly combined: boolean
  readonly host: string | undefined
  readonly message: string
  /** The number of the message, where some row says so already; 0: none does; or `unique`. */
  readonly text: number
}

export interface EventRowsImage {
  readonly cells: IntPages
  readonly texts: TextTableImage
  readonly written: number
}

export class EventRows {
  readonly #cells = new PagedInts()
  readonly #texts = new TextTable()
  #written = 0
  /** The host that spoke last, and its number until texts are given up: it often goes on. */
  #lastHost: string | undefined
  #lastHostNumber = 0

  /** Answers the new row. `earlier`: the one about the same object that was new before; 0: none. */
  add(said: Said, earlier: number): number {
    const row = ++this.#written
    const { revision, tick, version, sort, combined, host } = said
    const page = this.#cells.pageFrom(row * width, width)
    const at = PagedInts.within(row * width)
    page[at + field.revision] = revision
    page[at + field.first] = tick
    page[at + field.count] = 1
    page[at + field.version] = version
    page[at + field.sort] = (sort.id << 1) | (combined ? 1 : 0)
    page[at + field.host] = this.#takeHost(host)
    page[at + field.message] = this.#takeMessage(said)
    page[at + field.earlier] = earlier
    return row
  }

  /** The same is told once more. */
  repeat(row: number, said: Said): void {
    const host = this.#get(row, field.host)
    const message = this.#get(row, field.message)
    this.#say(row, said, this.#get(row, field.count) + 1)
    this.#release(host, message)
  }

  /** Rows are taken out of their chain by who holds it. */
  drop(row: number): void {
    this.#release(this.#get(row, field.host), this.#get(row, field.message))
    for (let at = 0; at < width; at++) this.#set(row, at, 0)
  }

  dropEmptyPages(): void {
    this.#cells.dropEmptyPages()
  }

  revisionOf(row: number): number {
    return this.#get(row, field.revision)
  }

  firstOf(row: number): Tick {
    return this.#get(row, field.first)
  }

  countOf(row: number): number {
    return this.#get(row, field.count)
  }

  versionOf(row: number): number {
    return this.#get(row, field.version)
  }

  sortOf(row: number): number {
    return this.#get(row, field.sort) >> 1
  }

  isCombined(row: number): boolean {
    return (this.#get(row, field.sort) & 1) === 1
  }

  hostOf(row: number): string | undefined {
    return this.#texts.at(this.#get(row, field.host))
  }

  messageOf(row: number): string {
    return this.#texts.at(this.#get(row, field.message)) as string
  }

  /** For comparing messages; 0: no row says so. */
  numberOf(message: string): number {
    return this.#texts.find(message)
  }

  messageNumberOf(row: number): number {
    return this.#get(row, field.message)
  }

  earlierOf(row: number): number {
    return this.#get(row, field.earlier)
  }

  setEarlier(row: number, earlier: number): void {
    this.#set(row, field.earlier, earlier)
  }

  save(): EventRowsImage {
    return { cells: this.#cells.save(), texts: this.#texts.save(), written: this.#written }
  }

  load({ cells, texts, written }: EventRowsImage): void {
    this.#cells.load(cells)
    this.#texts.load(texts)
    this.#written = written
    this.#lastHost = undefined
  }

  #say(row: number, said: Said, count: number): void {
    const { revision, sort, combined, host } = said
    this.#set(row, field.revision, revision)
    this.#set(row, field.count, count)
    this.#set(row, field.sort, (sort.id << 1) | (combined ? 1 : 0))
    this.#set(row, field.host, this.#takeHost(host))
    this.#set(row, field.message, this.#takeMessage(said))
  }

  #takeHost(host: string | undefined): number {
    if (host === undefined) return 0
    const isAgain = host === this.#lastHost
    this.#lastHostNumber = this.#texts.take(host, isAgain ? this.#lastHostNumber : undefined)
    this.#lastHost = host
    return this.#lastHostNumber
  }

  #release(host: number, message: number): void {
    this.#texts.release(host)
    this.#texts.release(message)
    this.#lastHost = undefined
  }

  #takeMessage({ message, text }: Said): number {
    return text === unique ? this.#texts.takeUnique(message) : this.#texts.take(message, text)
  }

  #get(row: number, at: number): number {
    return this.#cells.get(row * width + at)
  }

  #set(row: number, at: number, value: number): void {
    this.#cells.set(row * width + at, value)
  }
}
