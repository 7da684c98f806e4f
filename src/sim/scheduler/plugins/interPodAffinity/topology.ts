/** Sums for each topology domain: key → value → number. */
import type { Labels } from '../../../api/types/index.ts'
import type { PodGroup } from '../../framework/podGroup.ts'

export class TopologyCounts {
  readonly #counts = new Map<string, Map<string, number>>()

  get isEmpty(): boolean {
    return this.#counts.size === 0
  }

  /** A node without the key is in no domain of it. */
  add(topologyKey: string, labels: Labels, amount: number): void {
    const value = labels[topologyKey]
    if (value === undefined) return
    const domains = this.#counts.get(topologyKey) ?? new Map<string, number>()
    domains.set(value, (domains.get(value) ?? 0) + amount)
    this.#counts.set(topologyKey, domains)
  }

  /** `each`: what one pod counts. */
  addGroup(topologyKey: string, group: PodGroup, each = 1): void {
    for (const [{ node }, count] of group.nodes())
      this.add(topologyKey, node.metadata.labels ?? {}, each * count)
  }

  get(topologyKey: string, labels: Labels): number {
    const value = labels[topologyKey]
    return value === undefined ? 0 : (this.#counts.get(topologyKey)?.get(value) ?? 0)
  }

  /** Over every key that counts and the node has. */
  sum(labels: Labels): number {
    let sum = 0
    for (const key of this.#counts.keys()) sum += this.get(key, labels)
    return sum
  }

  /** Whether the node is in a domain that counts. */
  some(labels: Labels): boolean {
    for (const key of this.#counts.keys()) if (this.get(key, labels) > 0) return true
    return false
  }
}
