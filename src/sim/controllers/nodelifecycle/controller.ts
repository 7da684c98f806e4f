/**
 * Watches over nodes: says when one is no longer heard of, and taints nodes by their conditions. Models
 * pkg/controller/nodelifecycle of Kubernetes v1.36; where it deviates is listed in fidelity.ts.
 */
import { Leases } from '../../api/kinds/lease/index.ts'
import { Nodes } from '../../api/kinds/node/index.ts'
import type { Controller, Outcome } from '../../client/controller.ts'
import { timeText } from '../../core/clock.ts'
import { taintNext } from './eviction.ts'
import { armPass, type Context, type Memory, passKey } from './memory.ts'
import { component, pass } from './pass.ts'
import { markPodsNotReady } from './silence.ts'
import { changedTaints, conditionTaintChanges } from './taints.ts'
import { actor, leaseChanged, nodeChanged } from './watches.ts'

export const nodeLifecycleController: Controller<Memory> = {
  name: actor,
  watches: [
    { resource: Leases, enqueue: leaseChanged },
    { resource: Nodes, enqueue: nodeChanged },
  ],
  memory: () => ({ known: new Map(), silent: new Map(), zones: new Map(), queued: new Set(), armed: 0 }),

  reconcile(context, key): Outcome {
    if (key === passKey) return passAndRearm(context)
    const slash = key.indexOf('/')
    const name = key.slice(slash + 1)
    switch (key.slice(0, slash)) {
      case 'node':
        return taintByConditions(context, name)
      case 'pods':
        return markPodsNotReady(context, name, component)
      default:
        return taintNext(context, name)
    }
  },
}

/** A node whose grace period ends later than this pass gets another one. */
function passAndRearm(context: Context): Outcome {
  if (pass(context) === 'held') return 'held'
  const { memory, engine, tick } = context
  for (const [name, heard] of memory.silent) {
    const isMarked = context
      .lister(Nodes)
      .byKey(name)
      ?.status.conditions?.some(({ status }) => status === 'Unknown')
    const due = heard + engine.profile.nodeMonitorGracePeriod
    if (!isMarked) armPass(context, Math.max(due, tick + 1))
  }
}

function taintByConditions({ client, lister, tick }: Context, name: string): void {
  const node = lister(Nodes).byKey(name)
  if (node === undefined) return
  const changes = conditionTaintChanges(node)
  if (changes.add.length === 0 && changes.remove.length === 0) return
  client.patch(Nodes, '', name, (draft) => {
    draft.spec.taints = changedTaints(draft.spec.taints, changes, timeText(tick))
    return draft
  })
}
