/** Who stands where: the pods by their node, in the order in which they are shown. */
import type { NodeCard, PodCard } from '../../../state/index.ts'
import type { Crowd } from '../../../viz/loop/arrange.ts'

export interface Wish {
  /** Pods that are wanted and do not exist. */
  readonly holes: number
  /** Replicas of all workloads together. */
  readonly desired: number
}

export function crowdOf(
  nodes: readonly NodeCard[],
  pods: readonly PodCard[],
  { holes, desired }: Wish,
): Crowd {
  const onNode = new Map<number, number[]>(nodes.map(({ slot }) => [slot, []]))
  const unplaced: number[] = []
  for (const { slot, node } of pods) (onNode.get(node) ?? unplaced).push(slot)
  return {
    nodes: nodes.map(({ slot }) => ({ slot, pods: onNode.get(slot) ?? [] })),
    unplaced,
    ghosts: holes,
    expected: Math.max(desired, pods.length),
  }
}

/** By zone, then in the order in which they came. */
export function inOrder(nodes: Iterable<NodeCard>): readonly NodeCard[] {
  return [...nodes].sort((a, b) => (a.zone === b.zone ? a.slot - b.slot : a.zone < b.zone ? -1 : 1))
}
