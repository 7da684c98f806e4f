import type { Deployment, ReplicaSet } from '../../../sim/api/types/index.ts'
import type { DeploymentCard } from '../format.ts'
import { revisionOf } from '../neighbours.ts'
import type { SetTally } from '../tally.ts'

export interface OwnSet {
  readonly set: ReplicaSet
  readonly pods: SetTally
}

/** `sets`: the ReplicaSets that it controls, with what their pods add up to. */
export function deploymentCard(
  slot: number,
  deployment: Deployment,
  sets: readonly OwnSet[],
): DeploymentCard {
  const { metadata, spec } = deployment
  return {
    slot,
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    desired: spec.replicas,
    ready: sets.reduce((sum, { pods }) => sum + pods.ready, 0),
    container: spec.template.spec.containers[0]?.name ?? '',
    image: spec.template.spec.containers[0]?.image ?? '',
    revision: revisionOf(deployment),
    paused: spec.paused === true,
    isRolling: isRolling(sets),
  }
}

/** Pods of an older template still have to make way. */
function isRolling(sets: readonly OwnSet[]): boolean {
  const newest = Math.max(...sets.map(({ set }) => revisionOf(set)))
  return sets.some(({ set, pods }) => revisionOf(set) < newest && (set.spec.replicas > 0 || pods.active > 0))
}
