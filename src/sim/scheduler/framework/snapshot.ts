/** The cluster as one scheduling cycle sees it, and the plain way to make one out of nodes. */
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import type { LabelSelector, Labels, Pod } from '../../api/types/index.ts'
import { type ImageSpread, imageSpreadOver } from './imageSpread.ts'
import type { NodeInfo } from './nodeInfo.ts'
import { groupPods, type PodGroup } from './podGroup.ts'

/** How many pods of a node count. */
export type PodCounter = (node: NodeInfo) => number

export interface Snapshot {
  /** In the order of the node tree. */
  readonly nodes: readonly NodeInfo[]
  readonly images: ImageSpread
  /** What selects the pod's siblings: its Services and its controller, merged; undefined where it has neither. */
  siblings(pod: Pod): LabelSelector | undefined
  /** Counts pods of the namespace that the selector selects and that are not being deleted. */
  counter(namespace: string, selector: LabelSelector): PodCounter
  /** All pods in place. */
  podGroups(): Iterable<PodGroup>
  /** Those of them that care for others. */
  affinityGroups(): Iterable<PodGroup>
  namespaceLabels(namespace: string): Labels
  /** Pods that preemption has promised a place on the node. */
  nominated(node: string): readonly Pod[]
}

type Surroundings = Pick<Snapshot, 'siblings' | 'namespaceLabels' | 'nominated'>

const noSurroundings: Surroundings = {
  siblings: () => undefined,
  namespaceLabels: () => ({}),
  nominated: () => [],
}

/** The parts of a snapshot that do not come from its nodes. */
export function surroundingsOf(snapshot: Snapshot): Surroundings {
  return {
    siblings: (pod) => snapshot.siblings(pod),
    namespaceLabels: (namespace) => snapshot.namespaceLabels(namespace),
    nominated: (node) => snapshot.nominated(node),
  }
}

/** Counts by looking at every pod. */
export function plainSnapshot(
  nodes: readonly NodeInfo[],
  surroundings: Partial<Surroundings> = {},
  images: ImageSpread = imageSpreadOver(nodes),
): Snapshot {
  return {
    ...noSurroundings,
    ...surroundings,
    nodes,
    images,
    counter: (namespace, selector) => (node) => countSelected(node, namespace, selector),
    podGroups: () => groupPods(nodes, ({ pods }) => pods),
    affinityGroups: () => groupPods(nodes, ({ podsWithAffinity }) => podsWithAffinity.values()),
  }
}

function countSelected({ pods }: NodeInfo, namespace: string, selector: LabelSelector): number {
  let count = 0
  for (const { metadata } of pods) {
    const counts = metadata.deletionTimestamp === undefined && (metadata.namespace ?? '') === namespace
    if (counts && matchesLabelSelector(selector, metadata.labels)) count++
  }
  return count
}
