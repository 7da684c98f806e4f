/**
 * Empties namespaces that are deleted: pods first, and the rest when they are gone. Models pkg/controller/namespace of
 * Kubernetes v1.36; where it deviates is listed in fidelity.ts.
 */
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { isStatus } from '../../api/status.ts'
import type { Namespace } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { Controller, HandlerContext, Outcome, ReconcileContext } from '../../client/controller.ts'
import { ticksOf, timeText } from '../../core/clock.ts'
import { equalValues } from '../../core/frozen.ts'
import { deletionConditions, type Remains } from './conditions.ts'
import { emptyOut, type Memory } from './emptying.ts'

type Context = ReconcileContext<Memory>

/** Every change of a namespace is looked at this much later, so that all API servers have heard of it. */
const delay = ticksOf(5)

const none: readonly string[] = []

export const namespaceController: Controller<Memory> = {
  name: 'namespace-controller',
  watches: [{ resource: Namespaces, enqueue: namespaceChanged }],
  memory: () => ({}),

  reconcile(context, key): Outcome {
    const namespace = context.client.get(Namespaces, '', key)
    if (namespace?.metadata.deletionTimestamp === undefined) return
    if ((namespace.spec.finalizers ?? []).length === 0) return
    const left = emptyOut(context, key)
    if (left === undefined) return 'held'
    if (left.resources.size === 0) return finish(context, namespace)
    report(context, namespace, left)
    context.enqueueAfter(key, ticksOf(Math.floor(left.longestGrace / 2) + 1))
  },
}

function namespaceChanged(change: Change, { enqueueAfter }: HandlerContext<Memory>): readonly string[] {
  const namespace = change.after
  if (namespace?.metadata.deletionTimestamp !== undefined) enqueueAfter(namespace.metadata.name, delay)
  return none
}

function finish({ client }: Context, namespace: Namespace): void {
  try {
    client.finalizeNamespace(namespace)
  } catch (error) {
    if (!isStatus(error, 'NotFound')) throw error
  }
}

function report({ client, tick }: Context, namespace: Namespace, left: Remains): void {
  const before = namespace.status.conditions ?? []
  const conditions = deletionConditions(before, left, timeText(tick))
  if (equalValues(before, conditions)) return
  client.updateStatus(Namespaces, namespace, { ...namespace.status, conditions })
}
