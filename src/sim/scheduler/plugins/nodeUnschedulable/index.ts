/** Cordoned nodes take no pods (pkg/scheduler/framework/plugins/nodeunschedulable/node_unschedulable.go, v1.36). */
import { toleratesTaint } from '../../../api/toleration.ts'
import type { Pod, Taint } from '../../../api/types/index.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { success, unresolvable } from '../../framework/status.ts'

const cordoned: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }
const refused = unresolvable('node(s) were unschedulable')

export function toleratesCordon(pod: Pod): boolean {
  return (pod.spec.tolerations ?? []).some((toleration) => toleratesTaint(toleration, cordoned))
}

export const plugin: Plugin = {
  name: 'NodeUnschedulable',
  order: 10,
  weight: 0,
  preFilter({ pod }) {
    const tolerated = toleratesCordon(pod)
    return { filter: ({ node }) => (node.spec.unschedulable === true && !tolerated ? refused : success) }
  },
  hints: {
    nodeAdded: (_pod, node) => node.spec.unschedulable !== true,
    nodeTaintsChanged: (_pod, node, before) =>
      node.spec.unschedulable !== true && before.spec.unschedulable === true,
  },
}
