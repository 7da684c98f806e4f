/** The spreading constraints that hold for a pod, its own or the default ones (podtopologyspread/common.go, v1.36). */
import { matchesLabelSelector } from '../../../api/labelSelector.ts'
import type { LabelSelector, Labels, Node, Pod, TopologySpreadConstraint } from '../../../api/types/index.ts'
import { hostnameLabel, zoneLabel } from '../../framework/nodeTree.ts'
import type { Cycle } from '../../framework/plugin.ts'
import { matchesRequiredNodeAffinity } from '../../framework/requiredNodeAffinity.ts'
import type { PodCounter } from '../../framework/snapshot.ts'
import { hasUntoleratedTaint } from '../../framework/taints.ts'

export interface Constraint {
  readonly maxSkew: number
  readonly topologyKey: string
  /** Absent: matches no pod. */
  readonly selector: LabelSelector | undefined
  readonly minDomains: number
  readonly honorAffinity: boolean
  readonly honorTaints: boolean
}

/** What a pod without constraints of its own gets, if a Service or a controller selects it. */
export const defaultConstraints = [
  { topologyKey: hostnameLabel, maxSkew: 3 },
  { topologyKey: zoneLabel, maxSkew: 5 },
] as const

export function ownConstraints(
  pod: Pod,
  whenUnsatisfiable: TopologySpreadConstraint['whenUnsatisfiable'],
): readonly Constraint[] {
  return (pod.spec.topologySpreadConstraints ?? [])
    .filter((one) => one.whenUnsatisfiable === whenUnsatisfiable)
    .map((one) => ({
      maxSkew: one.maxSkew,
      topologyKey: one.topologyKey,
      selector: selectorOf(one, pod.metadata.labels ?? {}),
      minDomains: one.minDomains ?? 1,
      honorAffinity: (one.nodeAffinityPolicy ?? 'Honor') === 'Honor',
      honorTaints: (one.nodeTaintsPolicy ?? 'Ignore') === 'Honor',
    }))
}

export function systemConstraints(selector: LabelSelector): readonly Constraint[] {
  return defaultConstraints.map((one) => ({
    ...one,
    selector,
    minDomains: 1,
    honorAffinity: true,
    honorTaints: false,
  }))
}

export function hasAllKeys(labels: Labels, constraints: readonly Constraint[]): boolean {
  return constraints.every(({ topologyKey }) => labels[topologyKey] !== undefined)
}

/** Whether the pods of a node count for the constraint. */
export function isIncluded(constraint: Constraint, pod: Pod, node: Node): boolean {
  if (constraint.honorAffinity && !matchesRequiredNodeAffinity(pod, node)) return false
  return !(constraint.honorTaints && hasUntoleratedTaint(pod, node))
}

export function selects(selector: LabelSelector | undefined, pod: Pod): boolean {
  return matchesLabelSelector(selector, pod.metadata.labels)
}

/** Counts, on any node, the pods of the pod's namespace that the constraint is about. An empty selector counts none. */
export function siblingCounter({ pod, snapshot }: Cycle, { selector }: Constraint): PodCounter {
  if (selector === undefined || isEmpty(selector)) return () => 0
  return snapshot.counter(pod.metadata.namespace ?? '', selector)
}

function isEmpty(selector: LabelSelector): boolean {
  return Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0
}

/** Keys of matchLabelKeys stand for the pod's own values of them. Frozen selectors are read only once. */
function selectorOf({ labelSelector, matchLabelKeys }: TopologySpreadConstraint, labels: Labels) {
  if (labelSelector === undefined || matchLabelKeys === undefined) return labelSelector
  const own = matchLabelKeys.flatMap((key) => {
    const value = labels[key]
    return value === undefined ? [] : [{ key, operator: 'In' as const, values: [value] }]
  })
  return Object.freeze({
    ...labelSelector,
    matchExpressions: [...(labelSelector.matchExpressions ?? []), ...own],
  })
}
