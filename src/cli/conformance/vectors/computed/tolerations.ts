import { findUntoleratedTaint, schedulingEffects } from '../../../../sim/api/toleration.ts'
import type { Taint, Toleration } from '../../../../sim/api/types/index.ts'
import { compare } from '../../difference.ts'
import type { Verdict } from '../../vectors.ts'

interface Case {
  readonly taints: readonly Taint[] | null
  readonly tolerations: readonly Toleration[] | null
  readonly schedulable: boolean
  readonly firstUntolerated?: string
}

export default function run({ taints, tolerations, schedulable, firstUntolerated }: Case): Verdict {
  const taint = findUntoleratedTaint(taints ?? [], tolerations ?? [], schedulingEffects)
  const spelled = taint && `${taint.key}=${taint.value ?? ''}:${taint.effect}`
  return compare({ schedulable: !taint, firstUntolerated: spelled }, { schedulable, firstUntolerated })
}
