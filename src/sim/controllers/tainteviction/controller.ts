/**
 * Drives pods off nodes with NoExecute taints, at once or when their tolerations run out. Models
 * pkg/controller/tainteviction/taint_eviction.go of Kubernetes v1.36; where it deviates is listed in fidelity.ts.
 */
import { evicting, evictingTaints } from '../../api/kinds/node/evicting.ts'
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { isStatus } from '../../api/status.ts'
import { findUntoleratedTaint, secondsTolerated } from '../../api/toleration.ts'
import type { Node, Pod, Taint } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { Controller, HandlerContext, Outcome, ReconcileContext } from '../../client/controller.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'
import { changed } from '../../core/ledger.ts'
import { withDisruption } from './disruption.ts'

interface Eviction {
  /** When the pod's tolerations began to count. */
  readonly since: Tick
  readonly due: Tick
  /** The pod was deleted for it. */
  readonly isOver: boolean
}

interface Memory {
  /** Evictions to come, by the pod's key. One that is over stays until its pod or the taint is gone. */
  readonly evictions: Map<string, Eviction>
}

type Context = ReconcileContext<Memory>

const none: readonly string[] = []

export const taintEvictionController: Controller<Memory> = {
  name: 'taint-eviction-controller',
  watches: [
    { resource: Nodes, enqueue: nodeChanged },
    { resource: Pods, parts: changed.spec, enqueue: podChanged },
  ],
  memory: () => ({ evictions: new Map() }),

  reconcile(context, key): Outcome {
    const slash = key.indexOf('/')
    const rest = key.slice(slash + 1)
    switch (key.slice(0, slash)) {
      case 'node':
        return judgeNode(context, rest)
      case 'pod':
        return judgePod(context, rest)
      default:
        return evictIfDue(context, rest)
    }
  },
}

function nodeChanged(change: Change): readonly string[] {
  const before = evictingTaints(change.before as Node | undefined)
  const after = evictingTaints(change.after as Node | undefined)
  const same =
    before.length === after.length &&
    before.every((taint, i) => taint.key === after[i]?.key && taint.value === after[i]?.value)
  return same ? none : [`node/${((change.after ?? change.before) as Node).metadata.name}`]
}

/** Only a pod that comes to a tainted node, changes there, or leaves one matters. */
function podChanged(change: Change, { memory, lister }: HandlerContext<Memory>): readonly string[] {
  const before = change.before as Pod | undefined
  const after = change.after as Pod | undefined
  if (after === undefined) {
    const key = keyOf(before as Pod)
    return memory.evictions.has(key) ? [`pod/${key}`] : none
  }
  const { nodeName, tolerations } = after.spec
  if (nodeName === undefined) return none
  if (before?.spec.nodeName === nodeName && before.spec.tolerations === tolerations) return none
  const nodes = lister(Nodes)
  if (!nodes.mayHave('taint', evicting)) return none
  return evictingTaints(nodes.byKey(nodeName)).length > 0 ? [`pod/${keyOf(after)}`] : none
}

/** So many pods of a node are judged in the time of a reconcile. */
const podsPerTurn = 10

function judgeNode(context: Context, name: string): void {
  const taints = evictingTaints(context.lister(Nodes).byKey(name))
  const pods = context.lister(Pods).byIndex('node', name)
  for (const pod of pods) judge(context, pod, taints)
  context.takeTurns(Math.floor(pods.length / podsPerTurn))
}

function judgePod(context: Context, key: string): void {
  const pod = context.lister(Pods).byKey(key)
  if (pod === undefined) {
    cancel(context, key)
    return
  }
  const node = pod.spec.nodeName === undefined ? undefined : context.lister(Nodes).byKey(pod.spec.nodeName)
  const taints = evictingTaints(node)
  if (taints.length > 0) judge(context, pod, taints)
}

/** When, if ever, the pod has to go because of these taints. */
function judge(context: Context, pod: Pod, taints: readonly Taint[]): void {
  const { tolerations } = pod.spec
  const seconds = secondsTolerated(taints, tolerations)
  if (taints.length === 0 || seconds === undefined) cancel(context, keyOf(pod), pod)
  else if (findUntoleratedTaint(taints, tolerations) !== undefined) evictNow(context, pod)
  else schedule(context, pod, ticksOf(seconds))
}

function evictNow(context: Context, pod: Pod): void {
  const { memory, tick, enqueueAfter } = context
  const key = keyOf(pod)
  cancel(context, key, pod)
  memory.evictions.set(key, { since: tick, due: tick, isOver: false })
  enqueueAfter(`evict/${key}`, 0)
}

/** A pod whose tolerations count already keeps the time they began, unless the new end would be nearer than now. */
function schedule(context: Context, pod: Pod, tolerated: Tick): void {
  const { memory, tick, enqueueAfter } = context
  const key = keyOf(pod)
  const scheduled = memory.evictions.get(key)
  if (scheduled?.isOver) return
  const since = scheduled?.since ?? tick
  const due = since + tolerated
  if (scheduled !== undefined && due < tick + tolerated) return
  cancel(context, key, pod)
  memory.evictions.set(key, { since, due, isOver: false })
  enqueueAfter(`evict/${key}`, due - tick)
}

/** Said only of an eviction that was still to come. */
function cancel({ memory, client }: Context, key: string, pod?: Pod): void {
  const eviction = memory.evictions.get(key)
  if (eviction === undefined) return
  memory.evictions.delete(key)
  if (eviction.isOver || pod === undefined) return
  const message = `Cancelling deletion of Pod ${key}`
  client.event(pod, { type: 'Normal', reason: 'TaintManagerEviction', message })
}

function evictIfDue(context: Context, key: string): Outcome {
  const { memory, client, lister, tick } = context
  const eviction = memory.evictions.get(key)
  if (eviction === undefined || eviction.isOver || eviction.due > tick) return undefined
  if (client.available <= 0) return 'held'
  const pod = lister(Pods).byKey(key)
  if (pod === undefined) return undefined
  const message = `Marking for deletion Pod ${key}`
  client.event(pod, { type: 'Normal', reason: 'TaintManagerEviction', message })
  try {
    client.patchStatus(Pods, pod, ({ status }) => withDisruption(status, tick))
    client.delete(Pods, pod)
  } catch (error) {
    if (!isStatus(error, 'NotFound')) throw error
  }
  memory.evictions.set(key, { ...eviction, isOver: true })
  return undefined
}

function keyOf({ metadata }: Pod): string {
  return `${metadata.namespace}/${metadata.name}`
}
