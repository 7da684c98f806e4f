/** Taints that keep a pod off a node (k8s.io/component-helpers/scheduling/corev1, v1.36). */
import { findUntoleratedTaint, schedulingEffects, toleratesTaint } from '../../api/toleration.ts'
import type { Node, Pod, Taint, Toleration } from '../../api/types/index.ts'

export function hasUntoleratedTaint({ spec }: Pod, node: Node): boolean {
  return findUntoleratedTaint(node.spec.taints ?? [], spec.tolerations ?? [], schedulingEffects) !== undefined
}

export function isTolerated(tolerations: readonly Toleration[], taint: Taint): boolean {
  return tolerations.some((toleration) => toleratesTaint(toleration, taint))
}
