import type { Score } from '../../../sim/scheduler/framework/plugin.ts'
import { interPodAffinity } from '../../../sim/scheduler/plugins/interPodAffinity/index.ts'
import { scaleBetween } from '../../../sim/scheduler/plugins/interPodAffinity/score.ts'
import { compareFields } from '../difference.ts'
import { type ClusterShape, cycleOf } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: ClusterShape & { readonly hardPodAffinityWeight: number }
  readonly expected: { readonly scores: Readonly<Record<string, number>> }
}

/** These scores are of 1.20, where 0 was always one of the scores that the range spans. */
export default function run({ input, expected }: Case): Verdict {
  const cycle = cycleOf(input)
  const { nodes } = cycle.snapshot
  const nothing: Score = () => 0
  const raw = nodes.map(interPodAffinity(input.hardPodAffinityWeight).preScore?.(cycle, nodes) ?? nothing)
  scaleBetween(raw, Math.min(0, ...raw), Math.max(0, ...raw))
  return compareFields(Object.fromEntries(nodes.map(({ name }, i) => [name, raw[i]])), expected.scores)
}
