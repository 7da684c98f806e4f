import type { IntOrString, ReplicaSet } from '../../../sim/api/types/index.ts'
import { resolveFenceposts } from '../../../sim/controllers/deployment/fenceposts.ts'
import {
  removeHealthy,
  removeUnhealthy,
  resizeNewSet,
  shrinkOldSets,
} from '../../../sim/controllers/deployment/rolling.ts'
import type { Resize } from '../../../sim/controllers/deployment/sizes.ts'
import { compare } from '../difference.ts'
import { deploymentOf, replicaSetOf } from '../shapes.ts'
import { notModelled, type Verdict } from '../vectors.ts'

interface SetShape {
  readonly name: string
  readonly replicas: number
  readonly available: number
  readonly createdSecondsAgo: number
}

// biome-ignore lint/suspicious/noExplicitAny: the fields of an input depend on the kind of its case.
type Input = any

interface Case {
  readonly kind: string
  readonly input: Input
  readonly expected: Readonly<Record<string, unknown>>
}

const kinds: Readonly<Record<string, (input: Input) => unknown>> = {
  fullStep,
  reconcileNewReplicaSet(input) {
    const step = resizeNewSet(deployment(input), set('new', input.newReplicas), [old(input)])
    return { scaled: step !== undefined, newReplicas: step?.replicas ?? input.newReplicas }
  },
  reconcileOldReplicaSets(input) {
    const newSet = set('new', input.newReplicas, input.newAvailable)
    return shrunk(input, shrinkOldSets(deployment(input), newSet, [old(input)]))
  },
  cleanupUnhealthyReplicas(input) {
    const { steps } = removeUnhealthy([old(input)], input.maxCleanupCount)
    return { cleaned: input.oldReplicas - lastSize('old', steps, input.oldReplicas) }
  },
  scaleDownOldReplicaSetsForRollingUpdate(input) {
    const oldSet = set('old', input.oldReplicas, input.availablePods)
    return shrunk(input, removeHealthy(deployment(input), [oldSet], 0))
  },
}

export default function run({ kind, input, expected }: Case): Verdict {
  const step = kinds[kind]
  return step ? compare(step(input), expected) : `${notModelled} ${kind}`
}

/** Growing the new set and shrinking the old ones are asked separately, of the same sets. */
function fullStep(input: Input) {
  const whole = deploymentOf(input)
  const newSet = setOf(input.newRS)
  const oldSets: ReplicaSet[] = input.oldRSs.map(setOf)
  const posts = resolveFenceposts(input.maxSurge, input.maxUnavailable, input.replicas)
  const steps = shrinkOldSets(whole, newSet, oldSets)
  return {
    resolvedMaxSurge: posts.surge,
    resolvedMaxUnavailable: posts.unavailable,
    newRSReplicasIfReconcilingNew: resizeNewSet(whole, newSet, oldSets)?.replicas ?? newSet.spec.replicas,
    oldReplicasAfterReconcilingOld: Object.fromEntries(
      oldSets.map(({ metadata, spec }) => [metadata.name, lastSize(metadata.name, steps, spec.replicas)]),
    ),
  }
}

function shrunk(input: Input, steps: readonly Resize[]) {
  return { scaled: steps.length > 0, oldReplicas: lastSize('old', steps, input.oldReplicas) }
}

/** A set may be resized twice in one step; the later size counts. */
function lastSize(name: string, steps: readonly Resize[], size: number): number {
  return steps.findLast((step) => step.set.metadata.name === name)?.replicas ?? size
}

function deployment(input: {
  deploymentReplicas: number
  maxSurge: IntOrString
  maxUnavailable: IntOrString
}) {
  const { deploymentReplicas: replicas, maxSurge, maxUnavailable } = input
  return deploymentOf({ replicas, maxSurge, maxUnavailable })
}

function old(input: Input): ReplicaSet {
  return set('old', input.oldReplicas, input.oldAvailable)
}

function set(name: string, replicas: number, availableReplicas = 0): ReplicaSet {
  return replicaSetOf({ name, replicas, status: { availableReplicas } })
}

function setOf(shape: SetShape): ReplicaSet {
  return replicaSetOf({ ...shape, status: { availableReplicas: shape.available } })
}
