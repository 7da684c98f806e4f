/** What the pods of each node request of it: it follows from the pods, and from what they request, which is told once. */
import { grown, overBit, podColumn, podWords, requestedColumn, requestedWords } from '../worker/looks.ts'

export class NodeLoads {
  /** Millicores, by the slot of an owner of pods, or of a pod that is not like its owner's others. */
  readonly #requested = new Map<number, number>()
  /** By the slot of a pod: what it adds to which node. */
  #cpu = new Int32Array(1024)
  #node = new Int32Array(1024)
  readonly #sums = new Map<number, number>()

  /** Millicores. */
  cpuOf(node: number): number {
    return this.#sums.get(node) ?? 0
  }

  apply(requests: Int32Array, pods: Int32Array): void {
    for (let at = 0; at < requests.length; at += requestedWords)
      this.#requested.set(
        requests[at + requestedColumn.slot] as number,
        requests[at + requestedColumn.cpu] as number,
      )
    for (let at = 0; at < pods.length; at += podWords)
      this.#put(
        pods[at + podColumn.slot] as number,
        pods[at + podColumn.state] as number,
        pods[at + podColumn.node] as number,
        pods[at + podColumn.owner] as number,
      )
  }

  /** All that is known of what pods request, as the rows of a frame. */
  requests(): Int32Array<ArrayBuffer> {
    return Int32Array.from([...this.#requested].flat())
  }

  clear(): void {
    this.#requested.clear()
    this.#sums.clear()
    this.#cpu.fill(0)
    this.#node.fill(0)
  }

  #put(slot: number, state: number, node: number, owner: number): void {
    if (slot >= this.#cpu.length) this.#reach(slot)
    const takes = state !== 0 && (state & overBit) === 0
    const cpu = takes ? (this.#requested.get(slot) ?? this.#requested.get(owner) ?? 0) : 0
    if (state === 0) this.#requested.delete(slot)
    const known = this.#cpu[slot] as number
    const last = this.#node[slot] as number
    if (last === node && known === cpu) return
    if (last !== 0) this.#sums.set(last, this.cpuOf(last) - known)
    if (node !== 0) this.#sums.set(node, this.cpuOf(node) + cpu)
    this.#cpu[slot] = cpu
    this.#node[slot] = node
  }

  #reach(slot: number): void {
    const length = Math.max(slot + 1, this.#cpu.length * 2)
    this.#cpu = grown(this.#cpu, length)
    this.#node = grown(this.#node, length)
  }
}
