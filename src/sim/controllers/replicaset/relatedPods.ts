/** Pods of all ReplicaSets that one owner controls: those that count together when doubled-up nodes are thinned out. */
import { controllerOf } from '../../api/kinds/owners.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import type { Pod, ReplicaSet } from '../../api/types/index.ts'
import type { HandlerContext } from '../../client/controller.ts'

export function relatedPods(lister: HandlerContext<unknown>['lister'], set: ReplicaSet): readonly Pod[] {
  const owner = controllerOf(set)
  if (owner === undefined) return []
  const sets = lister(ReplicaSets).byIndex('controllerUid', owner.uid)
  return sets.flatMap((one) => lister(Pods).byIndex('controllerUid', one.metadata.uid))
}
