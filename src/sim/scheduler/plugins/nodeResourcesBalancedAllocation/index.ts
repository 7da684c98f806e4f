/**
 * Nodes that the pod makes more even in cpu and memory are better
 * (pkg/scheduler/framework/plugins/noderesources/balanced_allocation.go, v1.36).
 */
import type { Plugin } from '../../framework/plugin.ts'
import { balancedImprovement } from './balance.ts'

export const plugin: Plugin = {
  name: 'NodeResourcesBalancedAllocation',
  order: 110,
  weight: 1,
  preScore({ shape }) {
    const { cpu = 0, memory = 0 } = shape.requests
    if (cpu === 0 && memory === 0) return undefined
    return ({ requested, allocatable }) =>
      balancedImprovement(
        cpu,
        memory,
        requested.cpu ?? 0,
        requested.memory ?? 0,
        allocatable.cpu ?? 0,
        allocatable.memory ?? 0,
      )
  },
}
