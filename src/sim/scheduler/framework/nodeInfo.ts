/** A node with what runs on it, summed up (pkg/scheduler/framework/types.go, NodeInfo, v1.36). */
import { amountsOf, type ResourceAmounts } from '../../api/podRequests.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import { imageSizes } from './imageSpread.ts'
import { hasAffinity, podShape } from './podInfo.ts'

export class NodeInfo {
  #node: Node
  #allocatable: ResourceAmounts
  #images: ReadonlyMap<string, number>
  readonly #pods = new Map<string, Pod>()
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

  /** By uid, in the order they were assigned. */
  get pods(): ReadonlyMap<string, Pod> {
    return this.#pods
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
    this.#keep(pod)
    this.#count(pod, 1)
  }

  removePod(uid: string): void {
    const pod = this.#pods.get(uid)
    if (pod === undefined) return
    this.#pods.delete(uid)
    this.#podsWithAffinity.delete(uid)
    this.#count(pod, -1)
  }

  /** The same pod in a newer version. */
  replacePod(pod: Pod): void {
    const before = this.#pods.get(pod.metadata.uid)
    if (before !== undefined && before.spec !== pod.spec) {
      this.#count(before, -1)
      this.#count(pod, 1)
    }
    this.#keep(pod)
  }

  /** To try out what removing pods would do. */
  clone(): NodeInfo {
    return new NodeInfo(this.#node, this.#pods.values())
  }

  #keep(pod: Pod): void {
    this.#pods.set(pod.metadata.uid, pod)
    if (hasAffinity(pod.spec)) this.#podsWithAffinity.set(pod.metadata.uid, pod)
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
