/**
 * client-go's work queue (util/workqueue/queue.go, default_rate_limiters.go, v1.36): a key waits at most once; a key
 * that comes back while it is being processed waits again when that ends; failures back off.
 * Why a key waits is merged from all who added it.
 */
import { type Tick, ticksPerSecond } from '../core/clock.ts'
import { type Cause, mergeCauses } from '../core/ledger.ts'
import { loadMemory, saveMemory } from '../core/memory.ts'

export interface QueuedItem {
  readonly key: string
  readonly cause: Cause
}

interface QueueMemory {
  /** Keys that wait, first come first served. */
  waiting: Map<string, Cause>
  /** Keys a worker holds because it waits for the API budget; they go on before any other. */
  processing: Map<string, Cause>
  /** Failures in a row. */
  failures: Map<string, number>
}

const baseDelaySeconds = 0.005
const maxDelaySeconds = 1000

export class Workqueue {
  #memory: QueueMemory = { waiting: new Map(), processing: new Map(), failures: new Map() }

  /** Where the next key that waits is: keys that were taken leave holes, which a new iterator would walk through every time. */
  #front = this.#memory.waiting.entries()

  get depth(): number {
    return this.#memory.waiting.size + this.#memory.processing.size
  }

  add(key: string, cause: Cause): void {
    const { waiting } = this.#memory
    const earlier = waiting.get(key)
    waiting.set(key, earlier === undefined ? cause : mergeCauses(earlier, cause))
  }

  /** The next key: one whose worker was held up, else the one that has waited longest. */
  take(): QueuedItem | undefined {
    const { waiting, processing } = this.#memory
    if (processing.size === 0) return this.#takeWaiting()
    const [key, cause] = processing.entries().next().value as [string, Cause]
    processing.delete(key)
    const later = waiting.get(key)
    if (later === undefined) return { key, cause }
    waiting.delete(key)
    return { key, cause: mergeCauses(cause, later) }
  }

  #takeWaiting(): QueuedItem | undefined {
    const { waiting } = this.#memory
    if (waiting.size === 0) return undefined
    let next = this.#front.next()
    if (next.done === true) {
      this.#front = waiting.entries()
      next = this.#front.next() as IteratorYieldResult<[string, Cause]>
    }
    const [key, cause] = next.value
    waiting.delete(key)
    return { key, cause }
  }

  /** The worker keeps the key and goes on with it next tick. */
  hold(item: QueuedItem): void {
    this.#memory.processing.set(item.key, item.cause)
  }

  /** Counts a failure and answers how long the key must wait: 5 ms · 2ⁿ, at most 1000 s, whole ticks. */
  failureDelay(key: string): Tick {
    const failures = this.#memory.failures.get(key) ?? 0
    this.#memory.failures.set(key, failures + 1)
    let delay = baseDelaySeconds
    for (let i = 0; i < failures && delay < maxDelaySeconds; i++) delay *= 2
    return Math.max(1, Math.ceil(Math.min(delay, maxDelaySeconds) * ticksPerSecond))
  }

  forget(key: string): void {
    this.#memory.failures.delete(key)
  }

  /** The first keys in the order they will be taken, for showing. */
  keys(most: number): readonly string[] {
    const keys: string[] = []
    for (const queue of [this.#memory.processing, this.#memory.waiting]) {
      for (const key of queue.keys()) {
        if (keys.length >= most) return keys
        keys.push(key)
      }
    }
    return keys
  }

  has(key: string): boolean {
    return this.#memory.processing.has(key) || this.#memory.waiting.has(key)
  }

  save(): unknown {
    return saveMemory(this.#memory)
  }

  load(saved: unknown): void {
    this.#memory = loadMemory<QueueMemory>(saved)
    this.#front = this.#memory.waiting.entries()
  }
}
