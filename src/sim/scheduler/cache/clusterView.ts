/** The cluster as the scheduler's caches hold it at the moment: what every cycle is given. */
import type { LabelSelector, Labels, Namespace, Node, Pod } from '../../api/types/index.ts'
import type { LabelClasses } from '../fast/labelClasses.ts'
import { type ImageSpread, imageSizes } from '../framework/imageSpread.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import type { PodGroup } from '../framework/podGroup.ts'
import type { PodCounter, Snapshot } from '../framework/snapshot.ts'
import type { CacheListener, ClusterCache } from './clusterCache.ts'
import type { Siblings } from './siblings.ts'

const nobody: readonly Pod[] = []
const noLabels: Labels = {}

export class ClusterView implements Snapshot {
  readonly images: ImageHolders
  readonly #cache: ClusterCache
  readonly #siblings: Siblings
  readonly #classes: LabelClasses
  readonly #namespaces = new Map<string, Labels>()
  /** Node → pods promised a place there, by uid. */
  readonly #nominated = new Map<string, Map<string, Pod>>()

  constructor(cache: ClusterCache, siblings: Siblings, classes: LabelClasses) {
    this.#cache = cache
    this.#classes = classes
    this.#siblings = siblings
    this.images = new ImageHolders(cache)
    cache.listen(this.images)
  }

  get nodes(): readonly NodeInfo[] {
    return this.#cache.nodes
  }

  get hasNominated(): boolean {
    return this.#nominated.size > 0
  }

  siblings(pod: Pod): LabelSelector | undefined {
    return this.#siblings.selectorOf(pod)
  }

  counter(namespace: string, selector: LabelSelector): PodCounter {
    return this.#classes.counter(namespace, selector)
  }

  podGroups(): Iterable<PodGroup> {
    return this.#classes.all
  }

  affinityGroups(): Iterable<PodGroup> {
    return this.#classes.caring
  }

  /** Given away as a function, hence bound. */
  readonly namespaceLabels = (namespace: string): Labels => this.#namespaces.get(namespace) ?? noLabels

  setNamespace({ metadata }: Namespace): void {
    this.#namespaces.set(metadata.name, metadata.labels ?? noLabels)
  }

  nominated(node: string): readonly Pod[] {
    const pods = this.#nominated.get(node)
    return pods === undefined ? nobody : [...pods.values()]
  }

  nominate(pod: Pod, node: string): void {
    this.denominate(pod.metadata.uid)
    const pods = this.#nominated.get(node) ?? new Map<string, Pod>()
    this.#nominated.set(node, pods.set(pod.metadata.uid, pod))
  }

  denominate(uid: string): void {
    for (const [node, pods] of this.#nominated) {
      if (pods.delete(uid) && pods.size === 0) this.#nominated.delete(node)
    }
  }

  clear(): void {
    this.#namespaces.clear()
    this.#nominated.clear()
  }
}

class ImageHolders implements ImageSpread, CacheListener {
  readonly #cache: ClusterCache
  readonly #held = new Map<string, HeldImage>()

  constructor(cache: ClusterCache) {
    this.#cache = cache
  }

  get nodeCount(): number {
    return this.#cache.nodeCount
  }

  nodesWith(image: string): number {
    return this.#held.get(image)?.nodes ?? 0
  }

  isEven(image: string): boolean {
    const held = this.#held.get(image)
    return held === undefined || (held.size !== undefined && held.nodes === this.nodeCount)
  }

  nodeSet(_index: number, info: NodeInfo, before: Node | undefined): void {
    if (before?.status.images === info.node.status.images) return
    if (before !== undefined) this.#leave(imageSizes(before))
    for (const [image, size] of info.images) {
      const held = this.#held.get(image)
      if (held === undefined) this.#held.set(image, { nodes: 1, size })
      else {
        held.nodes++
        if (held.size !== size) held.size = undefined
      }
    }
  }

  nodeRemoved(_index: number, info: NodeInfo): void {
    this.#leave(info.images)
  }

  podPlaced(): void {
    // Pods do not change which images lie where.
  }

  podLeft(): void {
    // Images stay when pods go.
  }

  #leave(images: ReadonlyMap<string, number>): void {
    for (const image of images.keys()) {
      const held = this.#held.get(image) as HeldImage
      held.nodes--
      if (held.nodes === 0) this.#held.delete(image)
    }
  }
}

interface HeldImage {
  nodes: number
  /** Undefined once two nodes have had it in different sizes. */
  size: number | undefined
}
