import { parseIntOrString } from '../../../../sim/api/intOrString.ts'
import type { ReplicaSet } from '../../../../sim/api/types/index.ts'
import { newSetSize, rollingStep } from '../../../../sim/controllers/deployment/rolling.ts'
import type { Resize } from '../../../../sim/controllers/deployment/sizes.ts'
import { compare } from '../../difference.ts'
import { deploymentOf, replicaSetOf } from '../../shapes.ts'
import type { Verdict } from '../../vectors.ts'

interface Case {
  readonly maxSurge: string
  readonly maxUnavailable: string
  readonly replicas: number
  /** New pods that become ready after each step; 0: all of them. */
  readonly podsReadyPerStep: number
  readonly oldPlusNew: readonly string[]
}

/** Far more steps than any rollout of the vectors takes. */
const patience = 1000

/**
 * A whole rollout. Syncs follow one another as long as they change sizes, each with a row; when one changes nothing,
 * new pods become ready, a few at a time. Old pods go at once.
 */
export default function run(testCase: Case): Verdict {
  const { replicas, podsReadyPerStep } = testCase
  const deployment = deploymentOf({
    replicas,
    maxSurge: parseIntOrString(testCase.maxSurge),
    maxUnavailable: parseIntOrString(testCase.maxUnavailable),
  })
  let old = set('old', replicas, replicas)
  let fresh = set('new', newSetSize(deployment, 0, replicas), 0)
  const rows: string[] = []
  for (let round = 0; round < patience; round++) {
    const sizes = sizesAfter(rollingStep(deployment, fresh, [old]), [old, fresh])
    const available = availableOf(old) + availableOf(fresh)
    const hasChanged = round === 0 || sizes.old !== old.spec.replicas || sizes.new !== fresh.spec.replicas
    if (hasChanged) rows.push(`${sizes.old}+${sizes.new} avail=${available}`)
    if (sizes.old === 0 && sizes.new === replicas) break
    const becomeReady = hasChanged ? 0 : podsReadyPerStep || replicas
    old = set('old', sizes.old ?? 0, Math.min(sizes.old ?? 0, availableOf(old)))
    fresh = set('new', sizes.new ?? 0, Math.min(sizes.new ?? 0, availableOf(fresh) + becomeReady))
  }
  return compare(rows, testCase.oldPlusNew)
}

function sizesAfter(steps: readonly Resize[], sets: readonly ReplicaSet[]): Readonly<Record<string, number>> {
  const sizes = sets.map((one) => [one.metadata.name, one.spec.replicas] as const)
  const changes = steps.map((step) => [step.set.metadata.name, step.replicas] as const)
  return Object.fromEntries([...sizes, ...changes])
}

function set(name: string, replicas: number, availableReplicas: number): ReplicaSet {
  return replicaSetOf({ name, replicas, status: { replicas, availableReplicas } })
}

function availableOf(one: ReplicaSet): number {
  return one.status.availableReplicas ?? 0
}
