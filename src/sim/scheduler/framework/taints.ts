/** Taints that keep a pod off a node (k8s.io/component-helpers/scheduling/corev1, v1.36). */
import { toleratesTaint } from '../../api/toleration.ts'
import type { Node, Pod, Taint, Toleration } from '../../api/types/index.ts'

/** A taint of effect NoSchedule or NoExecute that no toleration of the pod covers. */
export function hasUntoleratedTaint(pod: Pod, node: Node): boolean {
  const tolerations = pod.spec.tolerations ?? []
  return (node.spec.taints ?? []).some(
    (taint) => taint.effect !== 'PreferNoSchedule' && !isTolerated(tolerations, taint),
  )
}

export function isTolerated(tolerations: readonly Toleration[], taint: Taint): boolean {
  return tolerations.some((toleration) => toleratesTaint(toleration, taint))
}
