import type { Pod } from '../../../sim/api/types/index.ts'
import { sortSteadily } from '../../../sim/controllers/replicaset/sortSteadily.ts'
import { candidate, chooseVictims, compareCandidates } from '../../../sim/controllers/replicaset/victims.ts'
import { parseTime } from '../../../sim/core/clock.ts'
import { compare } from '../difference.ts'
import { now, type PodShape, podOf } from '../shapes.ts'
import type { Verdict } from '../vectors.ts'

interface RankedPod {
  readonly pod: Pod
  readonly rank: number
}

type Case =
  | {
      kind: 'getPodsToDelete'
      input: { pods: PodShape[]; related: PodShape[] | null; diff: number }
      expected: { delete: string[] }
    }
  | {
      kind: 'less'
      input: { lesser: RankedPod; greater: RankedPod }
      expected: { lesserIsDeletedFirst: boolean }
    }
  | { kind: 'order'; input: { pods: (PodShape & { rank: number })[] }; expected: { order: string[] } }

export default function run(testCase: Case): Verdict {
  switch (testCase.kind) {
    case 'getPodsToDelete': {
      const { pods, related, diff } = testCase.input
      const victims = chooseVictims(pods.map(podOf), (related ?? []).map(podOf), diff, now)
      return compare(
        victims.map((pod) => pod.metadata.name),
        testCase.expected.delete,
      )
    }
    case 'less': {
      const { lesser, greater } = testCase.input
      const at = latestTime([lesser.pod, greater.pod])
      const order = compareCandidates(rankedCandidate(lesser, at), rankedCandidate(greater, at))
      return compare(order < 0, testCase.expected.lesserIsDeletedFirst)
    }
    case 'order': {
      const candidates = testCase.input.pods.map((shape) => candidate(podOf(shape), shape.rank, now))
      const order = sortSteadily(candidates, compareCandidates).map((one) => one.pod.metadata.name)
      return compare(order, testCase.expected.order)
    }
  }
}

function rankedCandidate({ pod, rank }: RankedPod, at: number) {
  const metadata = { ...pod.metadata, uid: pod.metadata.uid ?? '' }
  return candidate({ ...pod, metadata, spec: pod.spec ?? { containers: [] } }, rank, at)
}

/** The recorded pods were made "now": the case happens at the latest time that it names. */
function latestTime(pods: readonly Pod[]): number {
  const times = pods.flatMap((pod) => [
    pod.metadata.creationTimestamp,
    ...(pod.status.conditions ?? []).map((condition) => condition.lastTransitionTime),
  ])
  return Math.max(0, ...times.flatMap((time) => (time ? [parseTime(time)] : [])))
}
