/**
 * Requests in the order in which they came, as a ring of numbers: there may be thousands in one process, and they are
 * made and forgotten at every tick.
 */
import type { Request } from '../request.ts'

const column = {
  sent: 0,
  /** When its client stops waiting. */
  deadline: 1,
  /** CPU it needs, in microseconds; once a thread has taken it on, when that thread will be done with it. */
  demand: 2,
  load: 3,
  number: 4,
  user: 5,
  attempt: 6,
  began: 7,
} as const

const width = 8

export class RequestQueue {
  #cells: Float64Array
  /** In requests. */
  #head = 0
  #size = 0

  constructor(saved: readonly number[] = []) {
    this.#size = saved.length / width
    let capacity = 8
    while (capacity < this.#size) capacity *= 2
    this.#cells = new Float64Array(capacity * width)
    this.#cells.set(saved)
  }

  get size(): number {
    return this.#size
  }

  push({ sent, load, number, user, attempt, began }: Request, deadline: number, demand: number): void {
    const at = this.#room()
    const cells = this.#cells
    cells[at] = sent
    cells[at + 1] = deadline
    cells[at + 2] = demand
    cells[at + 3] = load
    cells[at + 4] = number
    cells[at + 5] = user
    cells[at + 6] = attempt
    cells[at + 7] = began
  }

  /** `place`: 0 is the one that came first. */
  sent(place: number): number {
    return this.#cells[this.#at(place) + column.sent] as number
  }

  deadline(place: number): number {
    return this.#cells[this.#at(place) + column.deadline] as number
  }

  demand(place: number): number {
    return this.#cells[this.#at(place) + column.demand] as number
  }

  /** The load that it is of; of one that is lost, the pod. */
  load(place: number): number {
    return this.#cells[this.#at(place) + column.load] as number
  }

  /** Takes the first one out. */
  take(): Request {
    const at = this.#at(0)
    const cells = this.#cells
    this.#drop()
    return {
      sent: cells[at] as number,
      load: cells[at + 3] as number,
      number: cells[at + 4] as number,
      user: cells[at + 5] as number,
      attempt: cells[at + 6] as number,
      began: cells[at + 7] as number,
    }
  }

  /** Moves the first one to the end of a queue, this one or another; `demand`: what it has there. */
  passTo(other: RequestQueue, demand = this.demand(0)): void {
    const at = this.#at(0)
    const from = this.#cells
    this.#drop()
    const to = other.#room()
    for (let i = 0; i < width; i++) other.#cells[to + i] = from[at + i] as number
    other.#cells[to + column.demand] = demand
  }

  /** The order of sending, where loads have added to the queue one after another. Those already in order stay. */
  sort(): void {
    for (let place = 1; place < this.#size; place++) {
      for (let at = place; at > 0 && this.sent(at) < this.sent(at - 1); at--) this.#swap(at)
    }
  }

  save(): number[] {
    const saved: number[] = []
    for (let place = 0; place < this.#size; place++) {
      const at = this.#at(place)
      for (let i = 0; i < width; i++) saved.push(this.#cells[at + i] as number)
    }
    return saved
  }

  #at(place: number): number {
    return ((this.#head + place) & (this.#cells.length / width - 1)) * width
  }

  /** Where the next one goes. */
  #room(): number {
    if (this.#size * width === this.#cells.length) this.#grow()
    return this.#at(this.#size++)
  }

  #drop(): void {
    this.#head = (this.#head + 1) & (this.#cells.length / width - 1)
    this.#size--
  }

  #swap(place: number): void {
    const a = this.#at(place)
    const b = this.#at(place - 1)
    for (let i = 0; i < width; i++) {
      const cell = this.#cells[a + i] as number
      this.#cells[a + i] = this.#cells[b + i] as number
      this.#cells[b + i] = cell
    }
  }

  #grow(): void {
    const saved = this.save()
    this.#cells = new Float64Array(this.#cells.length * 2)
    this.#cells.set(saved)
    this.#head = 0
  }
}
