/**
 * What pods request, told once for all pods of an owner: what a node's pods add up to follows from the pods. A pod that
 * requests something else than the others is told of by itself.
 */
import type { PodStates } from './podStates.ts'

export class ToldRequests {
  readonly #told = new Map<number, number>()
  #rows: number[] = []

  /** A pod is being told of. */
  note(pods: PodStates, slot: number): void {
    const cpu = pods.cpuOf(slot)
    const owner = pods.ownerOf(slot)
    if ((this.#told.get(slot) ?? this.#told.get(owner)) === cpu) return
    this.#tell(owner === 0 || this.#told.has(owner) ? slot : owner, cpu)
  }

  gone(slot: number): void {
    this.#told.delete(slot)
  }

  take(): Int32Array<ArrayBuffer> {
    const rows = Int32Array.from(this.#rows)
    this.#rows = []
    return rows
  }

  clear(): void {
    this.#told.clear()
    this.#rows = []
  }

  #tell(slot: number, cpu: number): void {
    this.#told.set(slot, cpu)
    this.#rows.push(slot, cpu)
  }
}
