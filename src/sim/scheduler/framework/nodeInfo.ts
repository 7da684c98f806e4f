/** A node with what runs on it, summed up (pkg/scheduler/framework/types.go, NodeInfo, v1.36). */
import { amountsOf, type ResourceAmounts } from '../../api/podRequests.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import { imageSizes } from './imageSpread.ts'
import { hasAffinity, podShape } from './podInfo.ts'

/** A pod in place, in its newest version: who keeps it up to date and the node share it. It is on one node at most. */
export interface Placement {
  pod: Pod
  /** The one that was assigned to the node before it: kept by the node, which so has no list to fetch with every new pod. */
  earlier: Placement | undefined
}

export class NodeInfo {
  #node: Node
  #allocatable: ResourceAmounts
  #images: ReadonlyMap<string, number>
  #newest: Placement | undefined
  #podCount = 0
  readonly #requested: Record<string, number> = { cpu: 0, memory: 0 }
  #nonZeroCpu = 0
  #nonZeroMemory = 0
  readonly #podsWithAffinity = new Map<string, Pod>()

  constructor(node: Node, pods: Iterable<Pod> = []) {
    this.#node = node
    this.#allocatable = amountsOf(node.status.allocatable)
    this.#images = imageSizes(node)
    for (const pod of pods) this.addPod(pod)
  }

  get node(): Node {
    return this.#node
  }

  get name(): string {
    return this.#node.metadata.name
  }

  get allocatable(): ResourceAmounts {
    return this.#allocatable
  }

  get images(): ReadonlyMap<string, number> {
    return this.#images
  }

  /** In the order they were assigned. */
  get pods(): readonly Pod[] {
    return this.placements.map(({ pod }) => pod)
  }

  get placements(): readonly Placement[] {
    const placements: Placement[] = []
    for (let one = this.#newest; one !== undefined; one = one.earlier) placements.push(one)
    return placements.reverse()
  }

  get podCount(): number {
    return this.#podCount
  }

  /** Milli-cores and bytes really requested. */
  get requested(): ResourceAmounts {
    return this.#requested
  }

  /** Milli-cores, where a container without a request counts as 100 m. */
  get nonZeroCpu(): number {
    return this.#nonZeroCpu
  }

  /** Bytes, where a container without a request counts as 200 MiB. */
  get nonZeroMemory(): number {
    return this.#nonZeroMemory
  }

  /** Those of the pods that care for others. */
  get podsWithAffinity(): ReadonlyMap<string, Pod> {
    return this.#podsWithAffinity
  }

  setNode(node: Node): void {
    if (node.status.allocatable !== this.#node.status.allocatable) {
      this.#allocatable = amountsOf(node.status.allocatable)
    }
    if (node.status.images !== this.#node.status.images) this.#images = imageSizes(node)
    this.#node = node
  }

  addPod(pod: Pod): void {
    this.add({ pod, earlier: undefined })
  }

  add(placement: Placement): void {
    const { pod } = placement
    placement.earlier = this.#newest
    this.#newest = placement
    this.#podCount++
    if (hasAffinity(pod.spec)) this.#podsWithAffinity.set(pod.metadata.uid, pod)
    this.#count(pod, 1)
  }

  removePod(uid: string): void {
    const placement = this.placements.find(({ pod }) => pod.metadata.uid === uid)
    if (placement !== undefined) this.remove(placement)
  }

  remove(placement: Placement): void {
    if (!this.#unlink(placement)) return
    const { pod } = placement
    this.#podCount--
    this.#podsWithAffinity.delete(pod.metadata.uid)
    this.#count(pod, -1)
  }

  /** The same pod in a newer version. */
  replace(placement: Placement, pod: Pod): void {
    const before = placement.pod
    placement.pod = pod
    if (before.spec === pod.spec) return
    this.#count(before, -1)
    this.#count(pod, 1)
    if (hasAffinity(pod.spec)) this.#podsWithAffinity.set(pod.metadata.uid, pod)
  }

  /** To try out what removing pods would do. */
  clone(): NodeInfo {
    return new NodeInfo(this.#node, this.pods)
  }

  /** Whether it was there. */
  #unlink(placement: Placement): boolean {
    if (this.#newest === placement) this.#newest = placement.earlier
    else {
      let later = this.#newest
      while (later !== undefined && later.earlier !== placement) later = later.earlier
      if (later === undefined) return false
      later.earlier = placement.earlier
    }
    placement.earlier = undefined
    return true
  }

  #count(pod: Pod, sign: 1 | -1): void {
    const shape = podShape(pod.spec)
    for (const name of shape.resourceNames) {
      this.#requested[name] = (this.#requested[name] ?? 0) + sign * (shape.requests[name] as number)
    }
    this.#nonZeroCpu += sign * shape.nonZeroCpu
    this.#nonZeroMemory += sign * shape.nonZeroMemory
  }
}
