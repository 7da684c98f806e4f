/** Pods in place that are alike for others: of one namespace, with the same labels and the same affinity. */
import type { Labels, Pod } from '../../api/types/index.ts'
import { WeakTable } from '../../core/weakTable.ts'
import type { NodeInfo } from './nodeInfo.ts'
import { hasAffinity } from './podInfo.ts'

export interface PodGroup {
  /** Any of them speaks for all. */
  readonly example: Pod
  /** The nodes they are on, and how many on each. */
  nodes(): Iterable<readonly [NodeInfo, number]>
}

/** Pods of one template share their labels, which saves most of the work. */
const knownTexts = new WeakTable<Labels, string>()

/** Equal for the pods of one group only. */
export function groupKey({ metadata, spec }: Pod): string {
  const { namespace = '', labels = none } = metadata
  const affinity = hasAffinity(spec) ? JSON.stringify(spec.affinity) : ''
  return `${namespace}\n${labelsText(labels)}\n${affinity}`
}

/** The pods of these nodes, counted afresh. */
export function groupPods(nodes: readonly NodeInfo[], podsOf: (node: NodeInfo) => Iterable<Pod>): PodGroup[] {
  const groups = new Map<string, { example: Pod; counts: Map<NodeInfo, number> }>()
  for (const node of nodes) {
    for (const pod of podsOf(node)) {
      const key = groupKey(pod)
      const group = groups.get(key) ?? { example: pod, counts: new Map<NodeInfo, number>() }
      group.counts.set(node, (group.counts.get(node) ?? 0) + 1)
      groups.set(key, group)
    }
  }
  return [...groups.values()].map(({ example, counts }) => ({ example, nodes: () => counts }))
}

const none: Labels = {}

function labelsText(labels: Labels): string {
  let text = knownTexts.get(labels)
  if (text === undefined) {
    text = JSON.stringify(
      Object.keys(labels)
        .sort()
        .map((key) => [key, labels[key]]),
    )
    knownTexts.set(labels, text)
  }
  return text
}
