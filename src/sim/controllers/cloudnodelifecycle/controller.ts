/**
 * Removes the Node objects of machines that the cloud no longer has. Models
 * staging/src/k8s.io/cloud-provider/controllers/nodelifecycle/node_lifecycle_controller.go of Kubernetes v1.36; where it
 * deviates is listed in fidelity.ts.
 */
import { Nodes } from '../../api/kinds/node/index.ts'
import type { Node } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { Controller, HandlerContext } from '../../client/controller.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'

/** --node-monitor-period */
const period = ticksOf(5)
const none: readonly string[] = []

export const cloudNodeLifecycleController: Controller<object> = {
  name: 'cloud-node-lifecycle-controller',
  watches: [{ resource: Nodes, enqueue: nodeChanged }],
  memory: () => ({}),

  /** A node that is not ready, and whose machine is gone, goes too. */
  reconcile({ client, lister, engine: { cloud } }, name) {
    const node = lister(Nodes).byKey(name)
    if (cloud === undefined || node === undefined || isReady(node) || cloud.hasMachine(name)) return
    client.event(node, {
      type: 'Normal',
      reason: 'DeletingNode',
      message: `Deleting node ${name} because it does not exist in the cloud provider`,
    })
    client.delete(Nodes, node)
  },
}

function nodeChanged({ before, after }: Change, context: HandlerContext<object>): readonly string[] {
  const node = after as Node | undefined
  if (node === undefined || isReady(node) || context.engine.cloud?.hasMachine(node.metadata.name)) return none
  const wasReady = before === undefined || isReady(before as Node)
  if (wasReady) context.enqueueAfter(node.metadata.name, untilNextLook(context.tick))
  return none
}

/** It looks at all nodes every five seconds; only the looks at which something may be seen are made. */
function untilNextLook(tick: Tick): Tick {
  return (Math.floor(tick / period) + 1) * period - tick
}

function isReady({ status }: Node): boolean {
  return status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false
}
