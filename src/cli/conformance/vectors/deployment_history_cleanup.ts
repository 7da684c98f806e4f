import { surplusSets } from '../../../sim/controllers/deployment/history.ts'
import { compare } from '../difference.ts'
import { deploymentOf, replicaSetOf, timeAgo } from '../shapes.ts'
import type { Verdict } from '../vectors.ts'

interface OldSet {
  readonly name: string
  readonly specReplicas: number
  readonly statusReplicas: number
  readonly deleting: boolean
  readonly observedGeneration: number
  readonly generation: number
}

interface Case {
  readonly input: { readonly revisionHistoryLimit: number; readonly oldRSs: readonly OldSet[] }
  readonly expected: { readonly deletions: number }
}

export default function run({ input, expected }: Case): Verdict {
  const deployment = deploymentOf({ replicas: 0, spec: { revisionHistoryLimit: input.revisionHistoryLimit } })
  const oldSets = input.oldRSs.map((old) =>
    replicaSetOf({
      name: old.name,
      replicas: old.specReplicas,
      generation: old.generation,
      ...(old.deleting && { deletionTimestamp: timeAgo(0) as string }),
      status: { replicas: old.statusReplicas, observedGeneration: old.observedGeneration },
    }),
  )
  return compare({ deletions: surplusSets(deployment, oldSets).length }, expected)
}
