/**
 * Work on many objects, some in each tick: calls take their time, and a line about ten thousand pods must not hold up
 * the world. What follows it begins when the last object has had its turn.
 */
import type { Tick } from '../../core/clock.ts'
import type { Call, Waiting } from './verb.ts'

/** Objects that have their turn in one tick: 2,000 a second, more than a real client manages. */
export const turnsPerTick = 200

/** Where finding them was much work, the first have their turn in the next tick. */
const foundEasily = 2000

export class InTurns<T> implements Waiting {
  readonly #call: Call
  readonly #items: readonly T[]
  readonly #turn: (item: T) => void
  readonly #then: () => Waiting | undefined
  #done = 0
  #isFresh = true
  #next: Waiting | undefined

  constructor(
    call: Call,
    items: readonly T[],
    turn: (item: T) => void,
    afterwards: () => Waiting | undefined = () => undefined,
  ) {
    this.#call = call
    this.#items = items
    this.#turn = turn
    this.#then = afterwards
  }

  get wakeAt(): Tick {
    return this.#next?.wakeAt ?? this.#call.session.engine.state.tick + 1
  }

  get left(): number {
    return this.#items.length - this.#done + (this.#next?.left ?? 0)
  }

  poll(): boolean {
    if (this.#next !== undefined) return this.#next.poll()
    const isFresh = this.#isFresh
    this.#isFresh = false
    if (isFresh && this.#items.length > foundEasily) return false
    const end = Math.min(this.#items.length, this.#done + turnsPerTick)
    while (this.#done < end) this.#turn(this.#items[this.#done++] as T)
    if (end < this.#items.length) return false
    this.#next = this.#then()
    return this.#next?.poll() ?? true
  }
}
