/**
 * Requests in the order in which they came, as a ring of numbers: there may be thousands in one process, and they are
 * made and forgotten at every tick.
 */

export const field = {
  /** When this attempt reached the pod. Microseconds since the world began, as all times here. */
  arrived: 0,
  /** When its client stops waiting. */
  deadline: 1,
  /** CPU it needs, in microseconds. */
  demand: 2,
  /** Which load it belongs to: its number. */
  load: 3,
  /** A user of a closed loop, or the client's address in an open one. */
  user: 4,
  /** 0: the first try. */
  attempt: 5,
  /** When the first try began. */
  began: 6,
  /** Its number among all requests of the load. */
  number: 7,
} as const

export type RequestField = keyof typeof field

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

  push(
    arrived: number,
    deadline: number,
    demand: number,
    load: number,
    user: number,
    attempt: number,
    began: number,
    number: number,
  ): void {
    if (this.#size * width === this.#cells.length) this.#grow()
    const at = this.#at(this.#size++)
    const cells = this.#cells
    cells[at] = arrived
    cells[at + 1] = deadline
    cells[at + 2] = demand
    cells[at + 3] = load
    cells[at + 4] = user
    cells[at + 5] = attempt
    cells[at + 6] = began
    cells[at + 7] = number
  }

  /** `place`: 0 is the one that came first. */
  get(place: number, name: RequestField): number {
    return this.#cells[this.#at(place) + field[name]] as number
  }

  /** Takes the first one out. */
  shift(): void {
    this.#head = (this.#head + 1) & (this.#cells.length / width - 1)
    this.#size--
  }

  /** Moves the first request of this queue to the end of another. */
  shiftTo(other: RequestQueue): void {
    const at = this.#at(0)
    const cells = this.#cells
    other.push(
      cells[at] as number,
      cells[at + 1] as number,
      cells[at + 2] as number,
      cells[at + 3] as number,
      cells[at + 4] as number,
      cells[at + 5] as number,
      cells[at + 6] as number,
      cells[at + 7] as number,
    )
    this.shift()
  }

  /** The order of arrival, where loads have added to the queue one after another. Those already in order stay. */
  sort(): void {
    for (let place = 1; place < this.#size; place++) {
      for (let at = place; at > 0 && this.get(at, 'arrived') < this.get(at - 1, 'arrived'); at--)
        this.#swap(at)
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
