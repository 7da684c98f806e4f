/**
 * All requests that are under way, each a row of numbers: there may be hundreds of thousands, and they are made and forgotten
 * at every tick. A row that is given back is the next to be used, while the processor still has it at hand.
 */
import { luckOf, type Request } from './request.ts'

/** What there is of a request, in the order in which images have it. */
const column = {
  sent: 0,
  /** When its client stops waiting. */
  deadline: 1,
  /** CPU it needs, in microseconds; once a thread has taken it on, when that thread will be done with it. */
  demand: 2,
  /** The load that it is of; of one whose packets went nowhere, the pod they were for. */
  load: 3,
  number: 4,
  user: 5,
  attempt: 6,
  began: 7,
} as const

/** Numbers in a row. */
export const width = 8

/** In the place of a row: there is none. */
export const none = -1

export class RequestTable {
  #cells = new Float64Array(64 * width)
  /** The row behind it in its queue; of one that is free, the next free one. */
  #next = new Int32Array(64)
  /** The row that was given back last. */
  #free = none
  /** Rows that were ever used. */
  #used = 0

  open({ load, number, user, attempt, began, sent }: Request): number {
    return this.begin(load, number, user, attempt, began, sent)
  }

  /** The same of what is no object yet: most requests never are. */
  begin(load: number, number: number, user: number, attempt: number, began: number, sent: number): number {
    const row = this.#row()
    const at = row * width
    const cells = this.#cells
    cells[at] = sent
    cells[at + column.load] = load
    cells[at + column.number] = number
    cells[at + column.user] = user
    cells[at + column.attempt] = attempt
    cells[at + column.began] = began
    return row
  }

  /** Takes in the row that begins at `at` of what `save` has written. */
  take(saved: readonly number[], at: number): number {
    const row = this.#row()
    for (let i = 0; i < width; i++) this.#cells[row * width + i] = saved[at + i] as number
    return row
  }

  /** Writes a row to the end of a list. */
  save(row: number, saved: number[]): void {
    for (let i = 0; i < width; i++) saved.push(this.#cells[row * width + i] as number)
  }

  close(row: number): void {
    this.#next[row] = this.#free
    this.#free = row
  }

  clear(): void {
    this.#free = none
    this.#used = 0
  }

  /** The request as it would be sent once more. */
  again(row: number, sent: number): Request {
    return {
      load: this.load(row),
      number: this.#cells[row * width + column.number] as number,
      user: this.user(row),
      attempt: this.attempt(row) + 1,
      began: this.began(row),
      sent,
    }
  }

  sent(row: number): number {
    return this.#cells[row * width] as number
  }

  deadline(row: number): number {
    return this.#cells[row * width + column.deadline] as number
  }

  demand(row: number): number {
    return this.#cells[row * width + column.demand] as number
  }

  load(row: number): number {
    return this.#cells[row * width + column.load] as number
  }

  number(row: number): number {
    return this.#cells[row * width + column.number] as number
  }

  user(row: number): number {
    return this.#cells[row * width + column.user] as number
  }

  attempt(row: number): number {
    return this.#cells[row * width + column.attempt] as number
  }

  began(row: number): number {
    return this.#cells[row * width + column.began] as number
  }

  /** By what the attempt's draws are numbered. */
  luck(row: number): number {
    return luckOf(this.number(row), this.attempt(row))
  }

  setDeadline(row: number, deadline: number): void {
    this.#cells[row * width + column.deadline] = deadline
  }

  setDemand(row: number, demand: number): void {
    this.#cells[row * width + column.demand] = demand
  }

  setLoad(row: number, load: number): void {
    this.#cells[row * width + column.load] = load
  }

  next(row: number): number {
    return this.#next[row] as number
  }

  setNext(row: number, next: number): void {
    this.#next[row] = next
  }

  #row(): number {
    const row = this.#free
    if (row !== none) {
      this.#free = this.#next[row] as number
      return row
    }
    if (this.#used === this.#next.length) this.#grow()
    return this.#used++
  }

  #grow(): void {
    const [cells, next] = [this.#cells, this.#next]
    this.#cells = new Float64Array(2 * cells.length)
    this.#cells.set(cells)
    this.#next = new Int32Array(2 * next.length)
    this.#next.set(next)
  }
}
