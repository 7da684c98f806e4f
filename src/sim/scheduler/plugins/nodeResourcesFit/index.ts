/**
 * Requests must fit into what a node has left, and emptier nodes are better
 * (pkg/scheduler/framework/plugins/noderesources/{fit,least_allocated}.go, v1.36).
 */
import { amountsOf } from '../../../api/podRequests.ts'
import type { Node } from '../../../api/types/index.ts'
import type { Plugin } from '../../framework/plugin.ts'
import { podShape } from '../../framework/podInfo.ts'
import { fits, insufficientResources } from './fit.ts'
import { leastAllocated } from './leastAllocated.ts'

export const plugin: Plugin = {
  name: 'NodeResourcesFit',
  order: 60,
  weight: 1,
  preFilter: ({ shape }) => ({ filter: (node) => insufficientResources(shape, node).status }),
  preScore: ({ shape }) => {
    const { nonZeroCpu, nonZeroMemory } = shape
    return ({ allocatable, nonZeroCpu: usedCpu, nonZeroMemory: usedMemory }) =>
      leastAllocated(
        [usedCpu + nonZeroCpu, usedMemory + nonZeroMemory],
        [allocatable.cpu ?? 0, allocatable.memory ?? 0],
      )
  },
  hints: {
    nodeAdded: (pod, node) => fits(podShape(pod.spec), allocatableOf(node)),
    nodeAllocatableChanged: (pod, node, before) => {
      const shape = podShape(pod.spec)
      const now = allocatableOf(node)
      const was = allocatableOf(before)
      const grew = ['pods', ...shape.resourceNames].some((name) => (now[name] ?? 0) > (was[name] ?? 0))
      return grew && fits(shape, now)
    },
    podDeleted: () => true,
  },
}

function allocatableOf(node: Node) {
  return amountsOf(node.status.allocatable)
}
