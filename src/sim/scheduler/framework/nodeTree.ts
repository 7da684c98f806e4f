/** The order in which nodes are visited (pkg/scheduler/backend/cache/node_tree.go, v1.36). */
import type { Labels } from '../../api/types/index.ts'

export const zoneLabel = 'topology.kubernetes.io/zone'
export const regionLabel = 'topology.kubernetes.io/region'
export const hostnameLabel = 'kubernetes.io/hostname'

/** Region and zone together; '' where a node has neither. */
export function zoneKey(labels: Labels): string {
  const region = labels[regionLabel] ?? labels['failure-domain.beta.kubernetes.io/region'] ?? ''
  const zone = labels[zoneLabel] ?? labels['failure-domain.beta.kubernetes.io/zone'] ?? ''
  return region === '' && zone === '' ? '' : `${region}:\u0000:${zone}`
}

/** Zones in the order they were first seen, nodes in the order they came. */
export class NodeTree {
  readonly #zones = new Map<string, Set<string>>()

  add(name: string, labels: Labels): void {
    const key = zoneKey(labels)
    const zone = this.#zones.get(key)
    if (zone === undefined) this.#zones.set(key, new Set([name]))
    else zone.add(name)
  }

  remove(name: string, labels: Labels): void {
    const key = zoneKey(labels)
    const zone = this.#zones.get(key)
    zone?.delete(name)
    if (zone?.size === 0) this.#zones.delete(key)
  }

  /** A node that changed its zone moves to the end of the new one; else it stays, and the answer is false. */
  move(name: string, before: Labels, after: Labels): boolean {
    if (zoneKey(before) === zoneKey(after)) return false
    this.remove(name, before)
    this.add(name, after)
    return true
  }

  /** The first node of each zone, then the second of each, and so on. */
  list(): string[] {
    const zones = [...this.#zones.values()].map((zone) => [...zone])
    const longest = Math.max(0, ...zones.map((zone) => zone.length))
    const names: string[] = []
    for (let i = 0; i < longest; i++) {
      for (const zone of zones) {
        const name = zone[i]
        if (name !== undefined) names.push(name)
      }
    }
    return names
  }

  save(): [string, string[]][] {
    return [...this.#zones].map(([zone, names]) => [zone, [...names]])
  }

  load(saved: readonly [string, readonly string[]][]): void {
    this.#zones.clear()
    for (const [zone, names] of saved) this.#zones.set(zone, new Set(names))
  }
}
