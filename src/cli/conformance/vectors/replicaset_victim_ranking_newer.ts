import {
  candidate,
  compareCandidates,
  deletionCostAnnotation,
} from '../../../sim/controllers/replicaset/victims.ts'
import { compare } from '../difference.ts'
import { now, type PodShape, podOf } from '../shapes.ts'
import type { Verdict } from '../vectors.ts'

interface Row extends PodShape {
  readonly podDeletionCost?: number | string
}

interface Case {
  readonly input: { readonly a: Row; readonly b: Row; readonly rankA: number; readonly rankB: number }
  readonly expected: string
}

export default function run({ input, expected }: Case): Verdict {
  const order = compareCandidates(
    candidate(podOfRow(input.a), input.rankA, now),
    candidate(podOfRow(input.b), input.rankB, now),
  )
  const verdict = order === 0 ? 'tie' : order < 0 ? 'aFirst' : 'bFirst'
  return compare(verdict, expected.split(' ')[0])
}

function podOfRow(row: Row) {
  const cost = row.podDeletionCost
  return podOf(cost === undefined ? row : { ...row, annotations: { [deletionCostAnnotation]: String(cost) } })
}
