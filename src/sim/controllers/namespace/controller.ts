/**
 * Empties namespaces that are deleted: pods first, and the rest when they are gone. Models pkg/controller/namespace of
 * Kubernetes v1.36; where it deviates is listed in fidelity.ts.
 */
import type { Kind } from '../../api/kind.ts'
import { kinds } from '../../api/kinds/index.ts'
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { isStatus } from '../../api/status.ts'
import type { ApiObject, Namespace, Pod } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { Controller, HandlerContext, ReconcileContext } from '../../client/controller.ts'
import { ticksOf, timeText } from '../../core/clock.ts'
import { equalValues } from '../../core/frozen.ts'
import { deletionConditions, type Remains } from './conditions.ts'

type Memory = Record<string, never>
type Context = ReconcileContext<Memory>

/** Every change of a namespace is looked at this much later, so that all API servers have heard of it. */
const delay = ticksOf(5)

const none: readonly string[] = []

export const namespaceController: Controller<Memory> = {
  name: 'namespace-controller',
  watches: [{ resource: Namespaces, enqueue: namespaceChanged }],
  memory: () => ({}),

  reconcile(context, key) {
    const namespace = context.client.get(Namespaces, '', key)
    if (namespace?.metadata.deletionTimestamp === undefined) return
    if ((namespace.spec.finalizers ?? []).length === 0) return
    const left = emptyOut(context, key)
    if (left.length === 0) return finish(context, namespace)
    report(context, namespace, left)
    context.enqueueAfter(key, ticksOf(Math.floor(longestGrace(left) / 2) + 1))
  },
}

function namespaceChanged(change: Change, { enqueueAfter }: HandlerContext<Memory>): readonly string[] {
  const namespace = change.after
  if (namespace?.metadata.deletionTimestamp !== undefined) enqueueAfter(namespace.metadata.name, delay)
  return none
}

/** Core kinds before those of other groups. */
const contents: readonly Kind[] = kinds
  .filter((kind) => kind.namespaced && kind.kind !== 'Event' && kind.kind !== 'Pod')
  .sort((a, b) => compare(a.group, b.group) || compare(b.plural, a.plural))

interface Left {
  readonly kind: Kind
  readonly objects: readonly ApiObject[]
}

/** Answers what could not be removed at once. */
function emptyOut({ client }: Context, namespace: string): readonly Left[] {
  const pods = client.deleteCollection(Pods, namespace)
  if (pods.length > 0) return [{ kind: Pods as unknown as Kind, objects: pods }]
  return contents
    .map((kind) => ({
      kind,
      objects: client.list(kind, namespace).length === 0 ? [] : client.deleteCollection(kind, namespace),
    }))
    .filter(({ objects }) => objects.length > 0)
}

function finish({ client, engine }: Context, namespace: Namespace): void {
  engine.server.eventStore.removeNamespace(namespace.metadata.name)
  try {
    client.finalizeNamespace(namespace)
  } catch (error) {
    if (!isStatus(error, 'NotFound')) throw error
  }
}

function report({ client, tick }: Context, namespace: Namespace, left: readonly Left[]): void {
  const before = namespace.status.conditions ?? []
  const conditions = deletionConditions(before, remains(left), timeText(tick))
  if (equalValues(before, conditions)) return
  client.updateStatus(Namespaces, namespace, { ...namespace.status, conditions })
}

function remains(left: readonly Left[]): Remains {
  const resources = new Map<string, number>()
  const finalizers = new Map<string, number>()
  for (const { kind, objects } of left) {
    resources.set(`${kind.plural}.${kind.group}`, objects.length)
    for (const { metadata } of objects) {
      for (const one of metadata.finalizers ?? []) finalizers.set(one, (finalizers.get(one) ?? 0) + 1)
    }
  }
  return { resources, finalizers }
}

/** Seconds that the slowest pod may take to end. */
function longestGrace(left: readonly Left[]): number {
  let longest = 0
  for (const { kind, objects } of left) {
    if (kind !== (Pods as unknown as Kind)) continue
    for (const pod of objects as readonly Pod[]) {
      longest = Math.max(longest, pod.spec.terminationGracePeriodSeconds ?? 0)
    }
  }
  return longest
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
