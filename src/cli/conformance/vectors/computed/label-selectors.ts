import { matchesLabelSelector } from '../../../../sim/api/labelSelector.ts'
import type { LabelSelector, Labels } from '../../../../sim/api/types/index.ts'
import { compare } from '../../difference.ts'
import type { Verdict } from '../../vectors.ts'

interface Case {
  readonly labels: Labels | null
  readonly selector: LabelSelector | null
  readonly matches: boolean
}

export default function run({ labels, selector, matches }: Case): Verdict {
  return compare(matchesLabelSelector(selector ?? undefined, labels ?? {}), matches)
}
