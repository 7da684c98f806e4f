/** Requests in the order in which they came: rows of the table, each of which names the one behind it. */
import { none, type RequestTable, width } from '../requestTable.ts'

export class RequestQueue {
  readonly #table: RequestTable
  /** The row that came first; `none`: it is empty. */
  first = none
  size = 0
  #last = none

  constructor(table: RequestTable, saved: readonly number[] = []) {
    this.#table = table
    for (let at = 0; at < saved.length; at += width) this.push(table.take(saved, at))
  }

  get last(): number {
    return this.#last
  }

  push(row: number): void {
    this.#table.setNext(row, none)
    if (this.size === 0) this.first = row
    else this.#table.setNext(this.#last, row)
    this.#last = row
    this.size++
  }

  /** Takes the first one out. */
  shift(): number {
    const row = this.first
    this.first = this.#table.next(row)
    this.size--
    return row
  }

  /** The order of sending, where loads have added to the queue one after another. Those already in order stay. */
  sort(): void {
    const table = this.#table
    const rows: number[] = []
    for (let row = this.first; row !== none; row = table.next(row)) {
      let place = rows.length
      while (place > 0 && table.sent(row) < table.sent(rows[place - 1] as number)) {
        rows[place] = rows[place - 1] as number
        place--
      }
      rows[place] = row
    }
    this.size = 0
    for (const row of rows) this.push(row)
  }

  save(): number[] {
    const saved: number[] = []
    for (let row = this.first; row !== none; row = this.#table.next(row)) this.#table.save(row, saved)
    return saved
  }
}
