import type { IntOrString, Labels, ReplicaSet } from '../../../sim/api/types/index.ts'
import {
  desiredReplicasAnnotation,
  maxReplicasAnnotation,
  sizeAnnotations,
} from '../../../sim/controllers/deployment/annotations.ts'
import { scalingStep } from '../../../sim/controllers/deployment/proportional.ts'
import { compare } from '../difference.ts'
import { deploymentOf, replicaSetOf } from '../shapes.ts'
import type { Verdict } from '../vectors.ts'

interface SetShape {
  readonly name: string
  readonly replicas: number
  readonly creationTimestamp?: string
  readonly createdSecondsAgo?: number
  readonly desiredReplicasAnnotation?: number
  readonly maxReplicasAnnotation?: number
}

interface Input {
  readonly oldDeploymentReplicas: number
  readonly deploymentReplicas: number
  readonly maxSurge: IntOrString
  readonly maxSurgeOld?: IntOrString
  readonly maxUnavailable: IntOrString
  readonly newRS: SetShape | null
  readonly oldRSs: readonly SetShape[]
  readonly desiredReplicasAnnotations?: Readonly<Record<string, number>> | null
}

interface Case {
  readonly input: Input
  readonly expected: { readonly new: number | null; readonly old: Readonly<Record<string, number>> }
}

export default function run({ input, expected }: Case): Verdict {
  const { maxSurge, maxUnavailable } = input
  const deployment = deploymentOf({
    replicas: input.deploymentReplicas,
    maxSurge,
    maxUnavailable,
    status: { replicas: totalOf(input) },
  })
  const newSet = input.newRS ? setOf(input.newRS, input) : undefined
  const oldSets = input.oldRSs.map((shape) => setOf(shape, input))
  const steps = scalingStep(deployment, newSet, oldSets)
  const size = (set: ReplicaSet) => steps.find((step) => step.set === set)?.replicas ?? set.spec.replicas
  const actual = {
    new: newSet ? size(newSet) : null,
    old: Object.fromEntries(oldSets.map((set) => [set.metadata.name, size(set)])),
  }
  return compare(actual, expected)
}

function setOf(shape: SetShape, input: Input): ReplicaSet {
  return replicaSetOf({ ...shape, annotations: annotationsOf(shape, input) })
}

/** Sets carry the stamp of the Deployment as it was before, unless the case gives their own. */
function annotationsOf(shape: SetShape, input: Input): Labels {
  if (shape.desiredReplicasAnnotation !== undefined) {
    return {
      [desiredReplicasAnnotation]: String(shape.desiredReplicasAnnotation),
      [maxReplicasAnnotation]: String(shape.maxReplicasAnnotation),
    }
  }
  const replicas = input.desiredReplicasAnnotations?.[shape.name] ?? input.oldDeploymentReplicas
  const { maxSurgeOld = 0, maxUnavailable } = input
  return sizeAnnotations(deploymentOf({ replicas, maxSurge: maxSurgeOld, maxUnavailable }))
}

function totalOf(input: Input): number {
  const sets = input.newRS ? [...input.oldRSs, input.newRS] : input.oldRSs
  return sets.reduce((total, set) => total + set.replicas, 0)
}
