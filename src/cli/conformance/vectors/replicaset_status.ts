import type { Labels } from '../../../sim/api/types/index.ts'
import { replicaSetStatus } from '../../../sim/controllers/replicaset/status.ts'
import { compareFields } from '../difference.ts'
import { now, podOf, replicaSetOf } from '../shapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: {
    readonly specReplicas: number
    readonly minReadySeconds: number
    readonly templateLabels: Labels
    readonly existingConditions: readonly object[]
    readonly pods: readonly { labels: Labels; phase: string; ready: boolean; readySecondsAgo?: number }[]
    readonly manageReplicasError?: string | null
  }
  readonly expected: Readonly<Record<string, unknown>>
}

/** Counts of zero are left out of a status; the cases spell them. */
export default function run({ input, expected }: Case): Verdict {
  const set = replicaSetOf({
    name: 'foo',
    replicas: input.specReplicas,
    minReadySeconds: input.minReadySeconds,
    template: { metadata: { labels: input.templateLabels } },
    status: { conditions: input.existingConditions },
  })
  const pods = input.pods.map((pod, i) => podOf({ name: `pod-${i}`, readySecondsAgo: 0, ...pod }))
  const status = replicaSetStatus(set, pods, 0, input.manageReplicasError ?? undefined, now)
  const actual = {
    replicas: status.replicas,
    fullyLabeledReplicas: status.fullyLabeledReplicas ?? 0,
    readyReplicas: status.readyReplicas ?? 0,
    availableReplicas: status.availableReplicas ?? 0,
    conditions: (status.conditions ?? []).map(({ lastTransitionTime: _time, ...condition }) => condition),
  }
  return compareFields(actual, expected)
}
