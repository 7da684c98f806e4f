import type { NodeCondition } from '../../../sim/api/types/index.ts'
import { conditionTaints } from '../../../sim/controllers/nodelifecycle/taints.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: { readonly conditions: readonly NodeCondition[]; readonly unschedulable: boolean }
  readonly expected: { readonly taints: readonly object[] }
}

export default function run({ input, expected }: Case): Verdict {
  return compare({ taints: conditionTaints(input.conditions, input.unschedulable) }, expected)
}
