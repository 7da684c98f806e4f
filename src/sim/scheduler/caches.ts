/** Everything the scheduler derives from the registry: thrown away and made again after a restore. */
import { Namespaces } from '../api/kinds/namespace/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { ReplicaSets } from '../api/kinds/replicaSet/index.ts'
import { Services } from '../api/kinds/service/index.ts'
import { isPodTerminal } from '../api/podReadiness.ts'
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

  /** From the registry as of `seen`, and from what the scheduler has only assumed so far. */
  fill(
    registry: Registry,
    seen: () => number,
    order: readonly [string, readonly string[]][],
    assumed: ReadonlyMap<number, string>,
  ): void {
    this.cluster.reset(order)
    for (const namespace of new Lister(registry, Namespaces, seen).all()) this.view.setNamespace(namespace)
    for (const service of new Lister(registry, Services, seen).all()) this.siblings.setService(service)
    for (const node of new Lister(registry, Nodes, seen).all()) this.cluster.setNode(node)
    new Lister(registry, Pods, seen).forEach((pod, slot) => {
      const node = pod.spec.nodeName ?? assumed.get(slot)
      if (node === undefined) {
        const { nominatedNodeName } = pod.status
        if (nominatedNodeName !== undefined) this.view.nominate(pod, nominatedNodeName)
      } else if (!isPodTerminal(pod)) this.cluster.setPod(slot, pod, node)
    })
  }
}
