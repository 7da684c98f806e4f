/**
 * Taints keep pods away that do not tolerate them, and PreferNoSchedule makes a node less welcome
 * (pkg/scheduler/framework/plugins/tainttoleration/taint_toleration.go, v1.36).
 */
import type { Node, Pod, Toleration } from '../../../api/types/index.ts'
import { defaultNormalize } from '../../framework/normalize.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { success, unresolvable } from '../../framework/status.ts'
import { hasUntoleratedTaint, isTolerated } from '../../framework/taints.ts'

const refused = unresolvable('node(s) had untolerated taint(s)')

export const plugin: Plugin = {
  name: 'TaintToleration',
  order: 30,
  weight: 3,
  preFilter: ({ pod }) => ({ filter: ({ node }) => (hasUntoleratedTaint(pod, node) ? refused : success) }),
  preScore: ({ pod }) => {
    const tolerations = tolerationsOfPreference(pod)
    return ({ node }) => intolerablePreferences(tolerations, node)
  },
  normalize: (scores) => defaultNormalize(scores, true),
  hints: {
    nodeAdded: (pod, node) => !hasUntoleratedTaint(pod, node),
    nodeTaintsChanged: (pod, node, before) =>
      hasUntoleratedTaint(pod, before) && !hasUntoleratedTaint(pod, node),
  },
}

export function tolerationsOfPreference(pod: Pod): readonly Toleration[] {
  return (pod.spec.tolerations ?? []).filter(
    ({ effect }) => effect === undefined || (effect as string) === '' || effect === 'PreferNoSchedule',
  )
}

export function intolerablePreferences(tolerations: readonly Toleration[], node: Node): number {
  let count = 0
  for (const taint of node.spec.taints ?? []) {
    if (taint.effect === 'PreferNoSchedule' && !isTolerated(tolerations, taint)) count++
  }
  return count
}
