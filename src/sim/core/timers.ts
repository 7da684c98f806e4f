/**
 * What is due when. Timers of one tick come out in the order they were set. A timer is never cancelled: whoever set
 * it checks, when it fires, whether it still means anything. Its cause is the write that armed it.
 */
import type { Tick } from './clock.ts'
import type { Cause } from './ledger.ts'

export interface Timer {
  /** The component that set it. */
  readonly owner: string
  readonly key: string
  /** Whatever the owner needs to recognise it: a stage, a generation. */
  readonly tag: number
  readonly cause: Cause
}

export class Timers {
  readonly #due = new Map<Tick, Timer[]>()
  /** A binary heap of the ticks in `#due`, each once. */
  #ticks: Tick[] = []

  /** The next tick with something due, or Infinity. */
  get next(): Tick {
    return this.#ticks.length === 0 ? Number.POSITIVE_INFINITY : (this.#ticks[0] as Tick)
  }

  set(tick: Tick, timer: Timer): void {
    const sameTick = this.#due.get(tick)
    if (sameTick !== undefined) {
      sameTick.push(timer)
      return
    }
    this.#due.set(tick, [timer])
    pushTick(this.#ticks, tick)
  }

  /** Takes out everything due at or before `tick`, in order of time, then of setting. */
  takeDue(tick: Tick): Timer[] {
    const taken: Timer[] = []
    while (this.next <= tick) {
      const due = popTick(this.#ticks)
      for (const timer of this.#due.get(due) as Timer[]) taken.push(timer)
      this.#due.delete(due)
    }
    return taken
  }

  save(): [Tick, Timer[]][] {
    return [...this.#due].sort(([a], [b]) => a - b).map(([tick, timers]) => [tick, [...timers]])
  }

  load(saved: readonly [Tick, readonly Timer[]][]): void {
    this.#due.clear()
    this.#ticks = []
    for (const [tick, timers] of saved) {
      this.#due.set(tick, [...timers])
      pushTick(this.#ticks, tick)
    }
  }
}

function pushTick(heap: Tick[], tick: Tick): void {
  let at = heap.length
  heap.push(tick)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if ((heap[parent] as Tick) <= tick) break
    heap[at] = heap[parent] as Tick
    at = parent
  }
  heap[at] = tick
}

function popTick(heap: Tick[]): Tick {
  const top = heap[0] as Tick
  const last = heap.pop() as Tick
  if (heap.length === 0) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && (heap[child + 1] as Tick) < (heap[child] as Tick)) child++
    if ((heap[child] as Tick) >= last) break
    heap[at] = heap[child] as Tick
    at = child
  }
  heap[at] = last
  return top
}
