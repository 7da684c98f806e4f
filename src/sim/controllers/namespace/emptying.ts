/** Deletes what is in a namespace: pods first, and the rest when they are gone. Much of it takes several ticks. */
import type { Kind } from '../../api/kind.ts'
import { kinds } from '../../api/kinds/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import type { ApiObject, Pod } from '../../api/types/index.ts'
import type { ReconcileContext } from '../../client/controller.ts'
import type { Remains } from './conditions.ts'

/** Where it stopped, and what it could not remove at once until there. */
export interface Emptying {
  /** A place in `stages`; behind the last of them come the events. */
  stage: number
  /** Where the present stage goes on; 0: it has not begun. */
  from: number
  /** Seconds that the slowest pod may take to end. */
  longestGrace: number
  readonly resources: Map<string, number>
  readonly finalizers: Map<string, number>
}

export interface Memory {
  /** By the namespace's name; absent: none is being emptied. */
  emptying?: Map<string, Emptying>
}

type Context = ReconcileContext<Memory>

const pods = Pods as unknown as Kind

/** Core kinds before those of other groups. */
const contents: readonly Kind[] = kinds
  .filter((kind) => kind.namespaced && kind.kind !== 'Event' && kind !== pods)
  .sort((a, b) => compare(a.group, b.group) || compare(b.plural, a.plural))

const stages: readonly Kind[] = [pods, ...contents]

/** Events of so many objects go in the time of a reconcile. */
const subjectsPerTurn = 5

/** Answers what could not be removed at once; undefined: it goes on in the next tick. */
export function emptyOut(
  context: Context,
  namespace: string,
): (Remains & { readonly longestGrace: number }) | undefined {
  const { memory } = context
  const emptying = memory.emptying?.get(namespace) ?? begin()
  const isDone = deleteStages(context, namespace, emptying) && removeEvents(context, namespace, emptying)
  if (isDone) {
    if (memory.emptying?.delete(namespace) && memory.emptying.size === 0) delete memory.emptying
    return emptying
  }
  memory.emptying ??= new Map()
  memory.emptying.set(namespace, emptying)
  return undefined
}

function begin(): Emptying {
  return { stage: 0, from: 0, longestGrace: 0, resources: new Map(), finalizers: new Map() }
}

function deleteStages(context: Context, namespace: string, emptying: Emptying): boolean {
  for (; emptying.stage < stages.length; emptying.stage++) {
    const kind = stages[emptying.stage] as Kind
    if (kind !== pods && emptying.resources.has(nameOf(pods))) return true
    if (!deleteAll(context, kind, namespace, emptying)) return false
  }
  return true
}

/** Whether it has come to the end of them. */
function deleteAll(context: Context, kind: Kind, namespace: string, emptying: Emptying): boolean {
  const { client, engine } = context
  // Pods are deleted without a look at whether there are any.
  if (kind !== pods && emptying.from === 0 && engine.server.count(kind, namespace) === 0) return true
  if (context.turnsLeft <= 0) return false
  const { done, next } = client.deleteCollection(
    kind,
    namespace,
    emptying.from,
    context.turnsLeft,
    (object) => note(emptying, kind, object),
  )
  context.takeTurns(done)
  emptying.from = next
  return next === 0
}

/** The object stays for a while. */
function note(emptying: Emptying, kind: Kind, object: ApiObject): void {
  const { resources, finalizers } = emptying
  const name = nameOf(kind)
  resources.set(name, (resources.get(name) ?? 0) + 1)
  for (const one of object.metadata.finalizers ?? []) finalizers.set(one, (finalizers.get(one) ?? 0) + 1)
  if (kind !== pods) return
  const { terminationGracePeriodSeconds: grace = 0 } = (object as Pod).spec
  emptying.longestGrace = Math.max(emptying.longestGrace, grace)
}

/** They go last, when all that they tell of has gone. */
function removeEvents(context: Context, namespace: string, emptying: Emptying): boolean {
  if (emptying.resources.size > 0) return true
  if (context.turnsLeft <= 0) return false
  const most = context.turnsLeft * subjectsPerTurn
  const { eventStore } = context.engine.server
  const { done, next } = eventStore.removeNamespace(namespace, emptying.from, most)
  context.takeTurns(Math.floor(done / subjectsPerTurn))
  emptying.from = next
  return next === 0
}

function nameOf(kind: Kind): string {
  return `${kind.plural}.${kind.group}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
