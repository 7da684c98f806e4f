/** The nodes that a pod insists on (k8s.io/component-helpers/scheduling/corev1/nodeaffinity, v1.36). */
import { hasNodeLabels, matchesNodeSelector } from '../../api/nodeSelector.ts'
import type { Node, NodeSelector, Pod } from '../../api/types/index.ts'

export function requiredNodeSelector(pod: Pod): NodeSelector | undefined {
  return pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
}

/** Both the nodeSelector and the required affinity hold. */
export function matchesRequiredNodeAffinity(pod: Pod, node: Node): boolean {
  if (!hasNodeLabels(pod.spec.nodeSelector, node)) return false
  const required = requiredNodeSelector(pod)
  return required === undefined || matchesNodeSelector(required, node)
}
