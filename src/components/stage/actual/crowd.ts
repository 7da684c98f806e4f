/** Who stands where: the pods by their node, in the order in which they are shown. */
import type { NodeCard, PodCard, World } from '../../../state/index.ts'
import type { Crowd } from '../../../viz/loop/arrange.ts'
import { holesOf, workloadsOf } from '../desired/workloads.ts'

export interface Wish {
  /** Pods that are wanted and do not exist. */
  readonly holes: number
  /** Replicas of all workloads together. */
  readonly desired: number
}

/** `nodes`: their slots. */
export function crowdOf(nodes: readonly number[], pods: readonly PodCard[], { holes, desired }: Wish): Crowd {
  const onNode = new Map<number, number[]>(nodes.map((slot) => [slot, []]))
  const unplaced: number[] = []
  for (const { slot, node } of pods) (onNode.get(node) ?? unplaced).push(slot)
  return {
    nodes: nodes.map((slot) => ({ slot, pods: onNode.get(slot) ?? [] })),
    unplaced,
    ghosts: holes,
    expected: Math.max(desired, pods.length),
  }
}

/** The names of the nodes by their slots, in the order in which they are shown; the same map until one comes or goes. */
export const nodeNames = remembered(
  ['nodes'],
  ({ nodes }): ReadonlyMap<number, string> =>
    new Map(inOrder(nodes.values()).map(({ slot, name }) => [slot, name])),
  (a, b) => [...a].join() === [...b].join(),
)

/** The same wish until its numbers change. */
export const wishOf = remembered(
  ['deployments', 'replicaSets'],
  ({ deployments, replicaSets }): Wish => {
    const workloads = workloadsOf(deployments, replicaSets)
    return { holes: holesOf(workloads), desired: workloads.reduce((sum, { desired }) => sum + desired, 0) }
  },
  (a, b) => a.holes === b.holes && a.desired === b.desired,
)

/** A selector that works out anew only when what it reads has changed, and gives the same object while that is the same. */
function remembered<T>(
  reads: readonly (keyof World)[],
  workOut: (world: World) => T,
  isSame: (a: T, b: T) => boolean,
): (world: World) => T {
  let last: { readonly world: World; readonly value: T } | undefined
  return (world) => {
    const before = last
    if (before !== undefined && reads.every((name) => world[name] === before.world[name])) return before.value
    const value = workOut(world)
    last = { world, value: before !== undefined && isSame(before.value, value) ? before.value : value }
    return last.value
  }
}

/** By zone, then in the order in which they came. */
export function inOrder(nodes: Iterable<NodeCard>): readonly NodeCard[] {
  return [...nodes].sort((a, b) => (a.zone === b.zone ? a.slot - b.slot : a.zone < b.zone ? -1 : 1))
}
