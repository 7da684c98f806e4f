/** The nodes as typed columns, by their index in the cache: what the hot loops read. */
import type { NodeInfo } from '../framework/nodeInfo.ts'
import { hostnameLabel, zoneLabel } from '../framework/nodeTree.ts'

/** Who has not looked for more changes than these has to begin anew. */
export const changesKept = 4096

export class NodeColumns {
  size = 0
  readonly names: string[] = []
  /** Allocatable: milli-cores, bytes, pods. */
  cpu = new Float64Array(0)
  memory = new Float64Array(0)
  pods = new Int32Array(0)
  /** Requested by the pods in place. */
  usedCpu = new Float64Array(0)
  usedMemory = new Float64Array(0)
  usedPods = new Int32Array(0)
  /** The same with the amounts that scoring assumes for containers without requests. */
  scoredCpu = new Float64Array(0)
  scoredMemory = new Float64Array(0)
  /** Which nodes have changed above, one after another and round and round: who keeps something of them reads on. */
  readonly changes = new Int32Array(changesKept)
  /** How many changes there ever were. */
  changeCount = 0
  /** The number of the node's zone; 0: it has none. */
  zone = new Int32Array(0)
  /** Twice the zone; one more where the node has the label of a hostname. */
  place = new Int32Array(0)
  /** Settles ties. */
  key = new Uint32Array(0)
  /** How many nodes have each key. */
  readonly #holders = new Map<number, number>()
  #nodeCount = 0
  /** Zone value → number. Zones are never forgotten. */
  readonly #zones = new Map<string, number>()
  /** Raised when a node changes its zone, which moves its pods from one sum to another. */
  zoneEpoch = 0

  get zoneCount(): number {
    return this.#zones.size + 1
  }

  /** Above every `place`. */
  get placeCount(): number {
    return 2 * this.zoneCount
  }

  /** Whether no two nodes have the same key, as is almost always so. */
  get hasOwnKeys(): boolean {
    return this.#holders.size === this.#nodeCount
  }

  /** `isNew`: there was no node at this index. */
  setNode(index: number, info: NodeInfo, key: number, isNew: boolean): void {
    this.#grow(index + 1)
    const { allocatable, node } = info
    const labels = node.metadata.labels ?? {}
    this.names[index] = info.name
    this.cpu[index] = allocatable.cpu ?? 0
    this.memory[index] = allocatable.memory ?? 0
    this.pods[index] = allocatable.pods ?? 0
    this.key[index] = key
    const zone = this.#zoneNumber(labels[zoneLabel])
    if (isNew) this.#countKey(key, 1)
    if (this.zone[index] !== zone) this.zoneEpoch++
    this.zone[index] = zone
    this.place[index] = 2 * zone + (labels[hostnameLabel] === undefined ? 0 : 1)
    this.setUse(index, info)
  }

  removeNode(index: number): void {
    this.#countKey(this.key[index] as number, -1)
  }

  setUse(index: number, info: NodeInfo): void {
    this.usedCpu[index] = info.requested.cpu ?? 0
    this.usedMemory[index] = info.requested.memory ?? 0
    this.usedPods[index] = info.podCount
    this.scoredCpu[index] = info.nonZeroCpu
    this.scoredMemory[index] = info.nonZeroMemory
    this.changes[this.changeCount++ % changesKept] = index
  }

  #countKey(key: number, amount: 1 | -1): void {
    this.#nodeCount += amount
    const holders = (this.#holders.get(key) ?? 0) + amount
    if (holders === 0) this.#holders.delete(key)
    else this.#holders.set(key, holders)
  }

  #zoneNumber(zone: string | undefined): number {
    if (zone === undefined) return 0
    const number = this.#zones.get(zone) ?? this.#zones.size + 1
    this.#zones.set(zone, number)
    return number
  }

  #grow(size: number): void {
    if (size > this.size) this.size = size
    if (size <= this.cpu.length) return
    const capacity = Math.max(64, size * 2)
    this.cpu = widened(this.cpu, new Float64Array(capacity))
    this.memory = widened(this.memory, new Float64Array(capacity))
    this.pods = widened(this.pods, new Int32Array(capacity))
    this.usedCpu = widened(this.usedCpu, new Float64Array(capacity))
    this.usedMemory = widened(this.usedMemory, new Float64Array(capacity))
    this.usedPods = widened(this.usedPods, new Int32Array(capacity))
    this.scoredCpu = widened(this.scoredCpu, new Float64Array(capacity))
    this.scoredMemory = widened(this.scoredMemory, new Float64Array(capacity))
    this.zone = widened(this.zone, new Int32Array(capacity))
    this.place = widened(this.place, new Int32Array(capacity))
    this.key = widened(this.key, new Uint32Array(capacity))
  }
}

type Cells =
  | Float64Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>

/** The old cells at the start of the wider column. */
export function widened<T extends Cells>(old: T, wider: T): T {
  wider.set(old)
  return wider
}
