/**
 * What pods have used up, as the kernel of their machine counts it. The network model counts the work that requests
 * make; the metrics pipeline reads it. Counters only grow: a rate is the difference of two readings.
 */
import { loadMemory, saveMemory } from '../core/memory.ts'

export interface Usage {
  /** CPU time spent on requests since the pod began, in microseconds of one core. */
  cpuMicros: number
  /** How long its threads had work and were not let run, in microseconds: the CPU limit was used up. */
  throttledMicros: number
  /** What the process holds now, in bytes. */
  memoryBytes: number
  /** Requests answered, and requests that reached the pod and failed. */
  requests: number
  failures: number
}

export class UsageMeter {
  /** By the pod's slot in the registry. */
  #used = new Map<number, Usage>()
  /** Raised when a pod is used for the first time, and when one is dropped. */
  changes = 0

  /** Undefined: it has never been asked for anything; it uses what its image uses when idle. */
  of(pod: number): Usage | undefined {
    return this.#used.get(pod)
  }

  /** The slots of the pods that have been asked for something, in the order in which they first were. */
  get used(): readonly number[] {
    return [...this.#used.keys()]
  }

  get size(): number {
    return this.#used.size
  }

  /** The counter of a pod, to count on. */
  open(pod: number, memoryBytes: number): Usage {
    let usage = this.#used.get(pod)
    if (usage === undefined) {
      usage = { cpuMicros: 0, throttledMicros: 0, memoryBytes, requests: 0, failures: 0 }
      this.#used.set(pod, usage)
      this.changes++
    }
    return usage
  }

  drop(pod: number): void {
    if (this.#used.delete(pod)) this.changes++
  }

  save(): unknown {
    return saveMemory(this.#used)
  }

  load(saved: unknown): void {
    this.#used = loadMemory<Map<number, Usage>>(saved)
    this.changes++
  }
}
