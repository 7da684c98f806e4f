/**
 * What the scheduler knows of nodes and of pods in place, the ones it has just assumed included
 * (pkg/scheduler/backend/cache/cache.go, v1.36). Derived from the registry, except the order of the nodes.
 */
import type { Node, Pod } from '../../api/types/index.ts'
import { SlotMap } from '../../core/slotMap.ts'
import { TextMap } from '../../core/textMap.ts'
import { NodeInfo, type Placement } from '../framework/nodeInfo.ts'
import { NodeTree } from '../framework/nodeTree.ts'

/** Told of every change, so that columns can follow. `index`: the node's place in them. */
export interface CacheListener {
  nodeSet(index: number, info: NodeInfo, before: Node | undefined): void
  nodeRemoved(index: number, info: NodeInfo): void
  /** What runs on the node, or how it sums up, has changed. */
  podPlaced(index: number, info: NodeInfo, pod: Pod): void
  podLeft(index: number, info: NodeInfo, pod: Pod): void
}

interface PlacedPod extends Placement {
  readonly slot: number
  readonly node: string
}

export class ClusterCache {
  readonly #infos: (NodeInfo | undefined)[] = []
  readonly #indexOf = new TextMap<number>()
  readonly #freeIndexes: number[] = []
  readonly #tree = new NodeTree()
  #order: readonly NodeInfo[] | undefined
  /** Pods in place, by their slots in the registry: the newest version and the node. */
  readonly #placed = new SlotMap<PlacedPod>()
  /** Pods whose node is not known (any more). */
  readonly #homeless = new Map<string, Set<PlacedPod>>()
  readonly #listeners: CacheListener[] = []
  /** Raised by every change. */
  #epoch = 0

  listen(listener: CacheListener): void {
    this.#listeners.push(listener)
  }

  /** In the order in which a search visits them. */
  get nodes(): readonly NodeInfo[] {
    this.#order ??= this.#tree.list().map((name) => this.info(name) as NodeInfo)
    return this.#order
  }

  get epoch(): number {
    return this.#epoch
  }

  get nodeCount(): number {
    return this.#indexOf.size
  }

  info(name: string): NodeInfo | undefined {
    const index = this.indexOf(name)
    return index < 0 ? undefined : this.#infos[index]
  }

  infoAt(index: number): NodeInfo | undefined {
    return this.#infos[index]
  }

  indexOf(name: string): number {
    return this.#indexOf.get(name) ?? -1
  }

  /** The node of a pod in place. */
  nodeOf(slot: number): string | undefined {
    return this.#placed.get(slot)?.node
  }

  setNode(node: Node): void {
    this.#epoch++
    const { name, labels = {} } = node.metadata
    const index = this.#indexOf.get(name)
    if (index === undefined) {
      this.#addNode(node)
      return
    }
    const info = this.#infos[index] as NodeInfo
    const before = info.node
    info.setNode(node)
    const orderBefore = before.metadata.labels ?? {}
    if (orderBefore !== labels && this.#tree.move(name, orderBefore, labels)) this.#order = undefined
    for (const listener of this.#listeners) listener.nodeSet(index, info, before)
  }

  /** Its pods stay known, should it come back before they go. */
  removeNode(name: string): void {
    const index = this.#indexOf.get(name)
    if (index === undefined) return
    this.#epoch++
    const info = this.#infos[index] as NodeInfo
    const placed = info.placements as readonly PlacedPod[]
    const homeless = new Set(placed)
    for (const one of homeless) this.#leave(one)
    this.#homeless.set(name, homeless)
    this.#indexOf.delete(name)
    this.#infos[index] = undefined
    this.#freeIndexes.push(index)
    this.#tree.remove(name, info.node.metadata.labels ?? {})
    this.#order = undefined
    for (const listener of this.#listeners) listener.nodeRemoved(index, info)
  }

  /** A pod in place, new or in a newer version. A pod never moves. */
  setPod(slot: number, pod: Pod, node: string): void {
    const known = this.#placed.get(slot)
    if (known?.pod === pod) return
    if (known !== undefined && countsAlike(known.pod, pod)) {
      if (known.pod.spec !== pod.spec) this.info(node)?.replace(known, pod)
      known.pod = pod
      return
    }
    if (known !== undefined) this.#leave(known)
    const placed = { pod, earlier: undefined, slot, node }
    this.#placed.set(slot, placed)
    this.#place(placed)
  }

  removePod(slot: number): void {
    const known = this.#placed.get(slot)
    if (known === undefined) return
    this.#placed.delete(slot)
    this.#leave(known)
  }

  /** The order of the nodes: the only part that the registry does not tell. */
  saveOrder(): [string, string[]][] {
    return this.#tree.save()
  }

  /** How many pods are in place. */
  get podCount(): number {
    return this.#placed.size
  }

  /** Has these nodes, in this order, and no others. */
  followNodes(nodes: readonly Node[], order: readonly [string, readonly string[]][]): void {
    const present = new Set(nodes.map(({ metadata }) => metadata.name))
    for (const name of [...this.#indexOf.keys()]) if (!present.has(name)) this.removeNode(name)
    for (const node of nodes) if (this.info(node.metadata.name)?.node !== node) this.setNode(node)
    this.#tree.load(order)
    this.#order = undefined
  }

  /** The pod is in place on the node, and was perhaps there before. */
  followPod(slot: number, pod: Pod, node: string): void {
    const known = this.#placed.get(slot)
    const isAnother =
      known !== undefined && (known.node !== node || known.pod.metadata.uid !== pod.metadata.uid)
    if (isAnother) this.removePod(slot)
    this.setPod(slot, pod, node)
  }

  /** No pod is in place in a slot after this one. */
  forgetPodsAfter(last: number): void {
    for (const { slot } of this.#placed.values()) if (slot > last) this.removePod(slot)
  }

  #addNode(node: Node): void {
    const { name, labels = {} } = node.metadata
    const index = this.#freeIndexes.pop() ?? this.#infos.length
    const info = new NodeInfo(node)
    this.#infos[index] = info
    this.#indexOf.set(name, index)
    this.#tree.add(name, labels)
    this.#order = undefined
    for (const listener of this.#listeners) listener.nodeSet(index, info, undefined)
    const waiting = this.#homeless.get(name)
    this.#homeless.delete(name)
    for (const placed of waiting ?? []) this.#place(placed)
  }

  #place(placed: PlacedPod): void {
    this.#epoch++
    const index = this.indexOf(placed.node)
    const info = this.#infos[index]
    if (info === undefined) {
      const waiting = this.#homeless.get(placed.node) ?? new Set<PlacedPod>()
      this.#homeless.set(placed.node, waiting.add(placed))
      return
    }
    info.add(placed)
    for (const listener of this.#listeners) listener.podPlaced(index, info, placed.pod)
  }

  #leave(placed: PlacedPod): void {
    this.#epoch++
    const index = this.indexOf(placed.node)
    const info = this.#infos[index]
    if (info === undefined) {
      this.#homeless.get(placed.node)?.delete(placed)
      return
    }
    info.remove(placed)
    for (const listener of this.#listeners) listener.podLeft(index, info, placed.pod)
  }
}

/** The two versions of a pod take the same room and count the same for others. */
function countsAlike(before: Pod, after: Pod): boolean {
  return (
    before.spec.containers === after.spec.containers &&
    before.metadata.labels === after.metadata.labels &&
    before.metadata.deletionTimestamp === after.metadata.deletionTimestamp
  )
}
