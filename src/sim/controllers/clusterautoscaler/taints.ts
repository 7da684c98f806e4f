/** The two taints by which the autoscaler says what it is about to do (cluster-autoscaler/utils/taints). */
import type { Node, Taint } from '../../api/types/index.ts'

export const toBeDeleted = 'ToBeDeletedByClusterAutoscaler'
export const deletionCandidate = 'DeletionCandidateOfClusterAutoscaler'

export function hasTaint({ spec }: Node, key: string): boolean {
  return spec.taints?.some((taint) => taint.key === key) ?? false
}

/** The value is the second at which it was put on. */
export function withTaint(
  taints: readonly Taint[] | undefined,
  key: string,
  effect: Taint['effect'],
  nowSeconds: number,
): readonly Taint[] {
  return [...(taints ?? []), { key, value: String(Math.floor(nowSeconds)), effect }]
}

/** Undefined where none is left. */
export function withoutTaints(
  taints: readonly Taint[] | undefined,
  ...keys: readonly string[]
): readonly Taint[] | undefined {
  const others = (taints ?? []).filter((taint) => !keys.includes(taint.key))
  return others.length === 0 ? undefined : others
}
