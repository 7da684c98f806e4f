/**
 * A cluster whose pods are all made, by the controllers, and all without a node: what a comparison of ways to schedule
 * begins with. The scheduler of this world never runs.
 */
import { kindId } from '../../../../sim/api/kinds/index.ts'
import { Namespaces } from '../../../../sim/api/kinds/namespace/index.ts'
import { Nodes } from '../../../../sim/api/kinds/node/index.ts'
import { Pods } from '../../../../sim/api/kinds/pod/index.ts'
import { Services } from '../../../../sim/api/kinds/service/index.ts'
import type { Pod } from '../../../../sim/api/types/index.ts'
import { draw } from '../../../../sim/core/draw.ts'
import { Caches } from '../../../../sim/scheduler/caches.ts'
import { schedulerName } from '../../../../sim/world/components.ts'
import { askForPods, newWorld } from '../world.ts'

export interface Undecided {
  readonly caches: Caches
  /** In the order in which they were made. */
  readonly pods: readonly Pod[]
  key(text: string): number
}

/** Room on a node for what it gets on average, and one more pod: the last ones find many nodes full. */
export function undecidedPods(nodes: number, pods: number): Undecided {
  const world = newWorld({ nodes, pods, podsPerSecond: pods, podsPerNode: Math.ceil(pods / nodes) + 1 })
  const { server, state, controlPlane } = world.engine
  controlPlane.stop(schedulerName)
  askForPods(world, pods)
  const made = state.registry.names(kindId(Pods))
  while (made.size < pods) world.step(world.nextTick)
  const key = (text: string) => draw(state.seed, 'scheduler', text, 0)
  const caches = new Caches(state.registry, () => state.registry.head, key)
  for (const namespace of server.list(Namespaces)) caches.view.setNamespace(namespace)
  for (const service of server.list(Services)) caches.siblings.setService(service)
  for (const node of server.list(Nodes)) caches.cluster.setNode(node)
  return { caches, pods: server.list(Pods), key }
}
