import type { ReplicaSet } from '../../../sim/api/types/index.ts'
import type { ReplicaSetCard } from '../format.ts'
import { revisionOf } from '../neighbours.ts'
import type { SetTally } from '../tally.ts'

export function replicaSetCard(
  slot: number,
  set: ReplicaSet,
  owner: number,
  { active }: SetTally,
): ReplicaSetCard {
  return {
    slot,
    namespace: set.metadata.namespace ?? '',
    name: set.metadata.name,
    owner,
    desired: set.spec.replicas,
    actual: active,
    revision: revisionOf(set),
    image: set.spec.template.spec.containers[0]?.image ?? '',
  }
}
