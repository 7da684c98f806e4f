/** Everything the scheduler derives from the registry: thrown away and made again after a restore. */
import { kindId } from '../api/kinds/index.ts'
import { Namespaces } from '../api/kinds/namespace/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { ReplicaSets } from '../api/kinds/replicaSet/index.ts'
import { Services } from '../api/kinds/service/index.ts'
import { isPodTerminal } from '../api/podReadiness.ts'
import type { Pod } from '../api/types/index.ts'
import { Lister } from '../client/lister.ts'
import type { Registry } from '../core/registry.ts'
import { ClusterCache } from './cache/clusterCache.ts'
import { ClusterView } from './cache/clusterView.ts'
import { Siblings } from './cache/siblings.ts'
import { NodeColumns } from './fast/columns.ts'
import { FastPath } from './fast/fastPath.ts'
import { LabelClasses } from './fast/labelClasses.ts'

export class Caches {
  readonly cluster = new ClusterCache()
  readonly siblings: Siblings
  readonly view: ClusterView
  readonly fast: FastPath

  constructor(registry: Registry, seen: () => number, nodeKey: (name: string) => number) {
    const replicaSets = new Lister(registry, ReplicaSets, seen)
    this.siblings = new Siblings((kind, namespace, name) =>
      kind === 'ReplicaSet' ? replicaSets.get(namespace, name)?.spec.selector : undefined,
    )
    const columns = new NodeColumns()
    const classes = new LabelClasses(this.cluster, columns)
    this.view = new ClusterView(this.cluster, this.siblings, classes)
    this.fast = new FastPath(this.cluster, columns, classes, nodeKey)
  }

  /**
   * Becomes what follows from the registry as of `seen`, and from what the scheduler has only assumed so far. What was known
   * and still holds stays: most seeks change little.
   */
  fill(
    registry: Registry,
    seen: () => number,
    order: readonly [string, readonly string[]][],
    assumed: ReadonlyMap<number, string>,
  ): void {
    this.view.clear()
    for (const namespace of new Lister(registry, Namespaces, seen).all()) this.view.setNamespace(namespace)
    this.fast.namespacesChanged()
    this.siblings.follow(new Lister(registry, Services, seen).all())
    this.cluster.forgetPodsAfter(registry.slotCount)
    this.cluster.followNodes(new Lister(registry, Nodes, seen).all(), order)
    const revision = seen()
    const shelf = kindId(Pods)
    for (let slot = 1; slot <= registry.slotCount; slot++) {
      const pod =
        registry.shelfOf(slot) === shelf ? (registry.at(slot, revision) as Pod | undefined) : undefined
      this.#followPod(slot, pod, pod && (pod.spec.nodeName ?? assumed.get(slot)))
    }
  }

  #followPod(slot: number, pod: Pod | undefined, node: string | undefined): void {
    if (pod === undefined || node === undefined || isPodTerminal(pod)) this.cluster.removePod(slot)
    else this.cluster.followPod(slot, pod, node)
    if (node === undefined && pod?.status.nominatedNodeName !== undefined)
      this.view.nominate(pod, pod.status.nominatedNodeName)
  }
}
