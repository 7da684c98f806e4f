/**
 * What one sync of a Deployment does to its ReplicaSets, as a decision apart from the writing
 * (syncDeployment in pkg/controller/deployment/deployment_controller.go, Kubernetes v1.36).
 */
import type { Deployment, ReplicaSet } from '../../api/types/index.ts'
import { sizeAnnotations } from './annotations.ts'
import { isScalingEvent } from './proportional.ts'
import { allSets, type Resize } from './sizes.ts'

/**
 * `scale`: the Deployment was paused or scaled, so the sets it has share its size and no set is made.
 * `roll`, `recreate`: go on with the rollout, by its strategy.
 */
export type Course = 'scale' | 'roll' | 'recreate'

export function courseOf(
  deployment: Deployment,
  newSet: ReplicaSet | undefined,
  oldSets: readonly ReplicaSet[],
): Course {
  if (deployment.spec.paused === true) return 'scale'
  if (isScalingEvent(deployment, allSets(newSet, oldSets))) return 'scale'
  return deployment.spec.strategy.type === 'Recreate' ? 'recreate' : 'roll'
}

/** The set with its new size and the stamp of the Deployment that gave it. */
export function withSize(deployment: Deployment, { set, replicas }: Resize): ReplicaSet {
  const annotations = { ...set.metadata.annotations, ...sizeAnnotations(deployment) }
  return { ...set, metadata: { ...set.metadata, annotations }, spec: { ...set.spec, replicas } }
}

/** The text of the event ScalingReplicaSet; none where the size stays and only the stamp is renewed. */
export function scalingMessage(name: string, from: number, to: number): string | undefined {
  if (from === to) return undefined
  return `Scaled ${to > from ? 'up' : 'down'} replica set ${name} from ${from} to ${to}`
}
