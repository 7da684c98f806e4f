/** A node with what runs on it, summed up (pkg/scheduler/framework/types.go, NodeInfo, v1.36). */
import { amountsOf, type ResourceAmounts } from '../../api/podRequests.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import { imageSizes } from './imageSpread.ts'
import { hasAffinity, podShape } from './podInfo.ts'

/** A pod in place, in its newest version: who keeps it up to date and the node share it. */
export interface Placement {
  pod: Pod
}

export class NodeInfo {
  #node: Node
  #allocatable: ResourceAmounts
  #images: ReadonlyMap<string, number>
  readonly #placements: Placement[] = []
  readonly #requested: Record<string, number> = { cpu: 0, memory: 0 }
  #nonZeroCpu = 0
  #nonZeroMemory = 0
  readonly #podsWithAffinity = new Map<string, Pod>()

  constructor(node: Node, pods: Iterable<Pod> = []) {
    this.#node = node
    this.#allocatable = amountsOf(node.status.allocatable)
    this.#images = imageSizes(node)
    for (const pod of pods) this.add({ pod })
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
    return this.#placements.map(({ pod }) => pod)
  }

  get placements(): readonly Placement[] {
    return this.#placements
  }

  get podCount(): number {
    return this.#placements.length
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
    this.add({ pod })
  }

  add(placement: Placement): void {
    const { pod } = placement
    this.#placements.push(placement)
    if (hasAffinity(pod.spec)) this.#podsWithAffinity.set(pod.metadata.uid, pod)
    this.#count(pod, 1)
  }

  removePod(uid: string): void {
    const at = this.#placements.findIndex(({ pod }) => pod.metadata.uid === uid)
    if (at >= 0) this.#removeAt(at)
  }

  remove(placement: Placement): void {
    const at = this.#placements.indexOf(placement)
    if (at >= 0) this.#removeAt(at)
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

  #removeAt(at: number): void {
    const [{ pod }] = this.#placements.splice(at, 1) as [Placement]
    this.#podsWithAffinity.delete(pod.metadata.uid)
    this.#count(pod, -1)
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
