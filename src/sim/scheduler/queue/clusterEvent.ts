/** Changes of the cluster that may let a refused pod in, and who may be let in (k8s.io/kube-scheduler/framework, v1.36). */
import type { Node, Pod } from '../../api/types/index.ts'
import { equalValues } from '../../core/frozen.ts'

export type ClusterEvent =
  | { readonly type: 'nodeAdded' | 'nodeDeleted'; readonly node: Node }
  | {
      readonly type: 'nodeLabelsChanged' | 'nodeTaintsChanged' | 'nodeAllocatableChanged'
      readonly node: Node
      readonly before: Node
    }
  | { readonly type: 'podAssigned' | 'podDeleted' | 'podLabelsChanged'; readonly pod: Pod }

type NodeHint = (pod: Pod, node: Node) => boolean
type NodeChangeHint = (pod: Pod, node: Node, before: Node) => boolean
type PodHint = (pod: Pod, other: Pod) => boolean

/**
 * For each change, whether it may help the pod; an absent hint means never. Two exceptions, as upstream: a plugin
 * that cares for new nodes and has no hint for taints lets every change of taints or cordon count.
 */
export interface QueueingHints {
  readonly nodeAdded?: NodeHint
  readonly nodeDeleted?: NodeHint
  readonly nodeLabelsChanged?: NodeChangeHint
  readonly nodeTaintsChanged?: NodeChangeHint
  readonly nodeAllocatableChanged?: NodeChangeHint
  readonly podAssigned?: PodHint
  readonly podDeleted?: PodHint
  readonly podLabelsChanged?: PodHint
}

export function mayHelp(hints: QueueingHints, pod: Pod, event: ClusterEvent): boolean {
  switch (event.type) {
    case 'nodeAdded':
    case 'nodeDeleted':
      return hints[event.type]?.(pod, event.node) ?? false
    case 'nodeTaintsChanged':
      if (hints.nodeTaintsChanged === undefined) return hints.nodeAdded !== undefined
      return hints.nodeTaintsChanged(pod, event.node, event.before)
    case 'nodeLabelsChanged':
    case 'nodeAllocatableChanged':
      return hints[event.type]?.(pod, event.node, event.before) ?? false
    case 'podAssigned':
    case 'podDeleted':
    case 'podLabelsChanged':
      return hints[event.type]?.(pod, event.pod) ?? false
  }
}

/** What about a node changed that a scheduler cares for. */
export function nodeEvents(before: Node | undefined, node: Node | undefined): ClusterEvent[] {
  if (node === undefined) return before === undefined ? [] : [{ type: 'nodeDeleted', node: before }]
  if (before === undefined) return [{ type: 'nodeAdded', node }]
  const events: ClusterEvent[] = []
  const changed = (type: 'nodeLabelsChanged' | 'nodeTaintsChanged' | 'nodeAllocatableChanged') =>
    events.push({ type, node, before })
  if (differs(before.status.allocatable, node.status.allocatable)) changed('nodeAllocatableChanged')
  if (differs(before.metadata.labels, node.metadata.labels)) changed('nodeLabelsChanged')
  if (
    differs(before.spec.taints, node.spec.taints) ||
    (before.spec.unschedulable ?? false) !== (node.spec.unschedulable ?? false)
  ) {
    changed('nodeTaintsChanged')
  }
  return events
}

function differs(left: unknown, right: unknown): boolean {
  return left !== right && !equalValues(left, right)
}
