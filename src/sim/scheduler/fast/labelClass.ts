/** Pods in place that are alike for others, counted by node index. */
import type { Pod } from '../../api/types/index.ts'
import type { ClusterCache } from '../cache/clusterCache.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import type { PodGroup } from '../framework/podGroup.ts'
import type { NodeColumns } from './columns.ts'

export class LabelClass implements PodGroup {
  readonly example: Pod
  /** Node index → pods. Those being deleted are counted apart. */
  readonly counts = new Map<number, number>()
  readonly #leaving = new Map<number, number>()
  /** `counts` as a column, while it is in use. */
  dense: Uint16Array | undefined
  #zones = new Int32Array(0)
  #zoneEpoch = -1
  readonly #cache: ClusterCache

  constructor(example: Pod, cache: ClusterCache) {
    this.example = example
    this.#cache = cache
  }

  get isEmpty(): boolean {
    return this.counts.size + this.#leaving.size === 0
  }

  /** A node comes twice if pods stay there and pods go from there. */
  nodes(): readonly (readonly [NodeInfo, number])[] {
    return [...this.counts, ...this.#leaving].map(([index, count]) => [
      this.#cache.infoAt(index) as NodeInfo,
      count,
    ])
  }

  add(index: number, pod: Pod, amount: 1 | -1, nodes: NodeColumns): void {
    if (pod.metadata.deletionTimestamp !== undefined) {
      addTo(this.#leaving, index, amount)
      return
    }
    const count = addTo(this.counts, index, amount)
    if (this.dense !== undefined) {
      if (index < this.dense.length) this.dense[index] = count
      else this.dense = undefined
    }
    const zone = nodes.zone[index] as number
    if (this.#zoneEpoch !== nodes.zoneEpoch || zone >= this.#zones.length) this.#zoneEpoch = -1
    else this.#zones[zone] = (this.#zones[zone] as number) + amount
  }

  /** Zone number → pods. */
  zones(nodes: NodeColumns): Int32Array {
    if (this.#zoneEpoch !== nodes.zoneEpoch || this.#zones.length < nodes.zoneCount) {
      this.#zones = new Int32Array(nodes.zoneCount)
      for (const [index, count] of this.counts) {
        const zone = nodes.zone[index] as number
        this.#zones[zone] = (this.#zones[zone] as number) + count
      }
      this.#zoneEpoch = nodes.zoneEpoch
    }
    return this.#zones
  }
}

function addTo(counts: Map<number, number>, index: number, amount: 1 | -1): number {
  const count = (counts.get(index) ?? 0) + amount
  if (count === 0) counts.delete(index)
  else counts.set(index, count)
  return count
}
