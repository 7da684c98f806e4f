/** pkg/apis/core/v1/defaults.go, Kubernetes v1.36. */
import type { Draft } from '../../kind.ts'

export function setNodeDefaults(node: Draft): void {
  node.spec ??= {}
  node.status ??= {}
  if (node.status.capacity) node.status.allocatable ??= node.status.capacity
}
