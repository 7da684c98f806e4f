import type { Deployment, ReplicaSet } from '../../../sim/api/types/index.ts'
import { maxUnavailable, resolveFenceposts } from '../../../sim/controllers/deployment/fenceposts.ts'
import { sameTemplate } from '../../../sim/controllers/deployment/history.ts'
import {
  hasProgressed,
  hasTimedOut,
  isComplete,
  rolloutStatus,
  secondsUntilDeadline,
} from '../../../sim/controllers/deployment/progress.ts'
import { newSetSize } from '../../../sim/controllers/deployment/rolling.ts'
import { parseTime } from '../../../sim/core/clock.ts'
import { compare, compareFields } from '../difference.ts'
import { deploymentOf, now, replicaSetOf } from '../shapes.ts'
import { notModelled, type Verdict } from '../vectors.ts'

// biome-ignore lint/suspicious/noExplicitAny: the fields of an input depend on the kind of its case.
type Any = any

const kinds: Readonly<Record<string, (input: Any, expected: Any) => Verdict>> = {
  resolveFenceposts: ({ maxSurge, maxUnavailable, desired }, expected) =>
    compare(resolveFenceposts(maxSurge ?? undefined, maxUnavailable ?? undefined, desired), expected),
  newRSNewReplicas(input, expected) {
    const { deploymentReplicas: replicas, strategyType: strategy, maxSurge, maxUnavailable } = input
    const deployment = deploymentOf({ replicas, strategy, maxSurge, maxUnavailable })
    return compare({ replicas: newSetSize(deployment, input.newRSReplicas, input.oldRSReplicas) }, expected)
  },
  deploymentComplete: ({ d }, expected) => compare(isComplete(sparse(d), d.status ?? {}), expected),
  deploymentProgressing: ({ d, newStatus }, expected) =>
    compare(hasProgressed(d.status ?? {}, newStatus), expected),
  deploymentTimedOut: ({ d, now }, expected) =>
    compare(hasTimedOut(sparse(d), d.status ?? {}, parseTime(now)), expected),
  maxUnavailable: ({ deployment }, expected) => compare(maxUnavailable(sparse(deployment)), expected),
  equalIgnoreHash: ({ former, latter }, expected) => compare(sameTemplate(former, latter), expected),
  requeueStuck(input, expected) {
    const at = input.now === undefined ? now : parseFineTime(input.now)
    const seconds = secondsUntilDeadline(sparse(input.deployment), input.newStatus, at)
    return compare(seconds === undefined ? '-1ns' : `${seconds}s`, expected.requeueAfter)
  },
  syncRolloutStatus(input, expected) {
    const others: ReplicaSet[] = (input.otherRSs ?? []).map(sparseSet)
    const newSet = input.newRS ? sparseSet(input.newRS) : undefined
    const { conditions = [] } = rolloutStatus(sparse(input.deployment), newSet, others, now)
    const condition = conditions.find((one) => one.type === 'Progressing')
    if (expected.condition === null) return compare(condition ?? null, null)
    return condition ? compareFields(condition, expected) : 'no condition Progressing'
  },
}

export default function run({ kind, input, expected }: { kind: string; input: Any; expected: Any }): Verdict {
  const check = kinds[kind]
  return check ? check(input, expected) : `${notModelled} ${kind}`
}

/** Vectors leave out what is empty; the engine's objects have these parts always. */
function sparse(given: Any): Deployment {
  const strategy = given.spec?.strategy ?? { type: 'RollingUpdate' }
  return {
    ...given,
    metadata: given.metadata ?? {},
    spec: { replicas: 0, ...given.spec, strategy },
    status: given.status ?? {},
  }
}

function sparseSet(given: Any): ReplicaSet {
  const { metadata, spec, status } = given
  return replicaSetOf({ name: metadata.name, replicas: spec.replicas ?? 0, status: status ?? {} })
}

/** A nanosecond is lost in a number of seconds; any fraction counts for at least a microsecond. */
function parseFineTime(text: string): number {
  const [whole, fraction = '0'] = text.slice(0, -1).split('.')
  return parseTime(`${whole}Z`) + Math.ceil(Number(`0.${fraction}`) * 1e6) / 1e6
}
