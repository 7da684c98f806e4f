/**
 * Pods of one kind spread over zones and nodes
 * (pkg/scheduler/framework/plugins/podtopologyspread/{plugin,filtering,scoring}.go, v1.36).
 */
import type { Node, Pod } from '../../../api/types/index.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { hasAllKeys, ownConstraints, selects } from './constraints.ts'
import { planSpreadFilter } from './filter.ts'
import { normalizeSpreadScores, preScoreSpread } from './score.ts'

export const plugin: Plugin = {
  name: 'PodTopologySpread',
  order: 80,
  weight: 2,
  preFilter: planSpreadFilter,
  preScore: preScoreSpread,
  normalize: normalizeSpreadScores,
  hints: {
    nodeAdded: isDomain,
    nodeLabelsChanged: (pod, node, before) => isDomain(pod, node) || isDomain(pod, before),
    nodeTaintsChanged: isDomain,
    nodeDeleted: isDomain,
    podAssigned: counts,
    podDeleted: counts,
    podLabelsChanged: counts,
  },
}

/** The node has every key that the pod spreads over. */
function isDomain(pod: Pod, node: Node): boolean {
  return hasAllKeys(node.metadata.labels ?? {}, ownConstraints(pod, 'DoNotSchedule'))
}

/** The other pod counts in one of the pod's constraints. */
function counts(pod: Pod, other: Pod): boolean {
  if (pod.metadata.namespace !== other.metadata.namespace) return false
  return ownConstraints(pod, 'DoNotSchedule').some(({ selector }) => selects(selector, other))
}
