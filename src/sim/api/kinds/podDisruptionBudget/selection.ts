/** Which pods a budget is about. No selector means none, an empty one all of the namespace. */
import { matchesLabelSelector } from '../../labelSelector.ts'
import type { Pod, PodDisruptionBudget } from '../../types/index.ts'

export function coversPod({ metadata, spec }: PodDisruptionBudget, pod: Pod): boolean {
  if (spec.selector === undefined || metadata.namespace !== pod.metadata.namespace) return false
  return matchesLabelSelector(spec.selector, pod.metadata.labels)
}
