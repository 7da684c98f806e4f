/**
 * Removes pods of nodes that no longer exist: no kubelet will ever end them. Models pkg/controller/podgc/gc_controller.go
 * of Kubernetes v1.36; where it deviates is listed in fidelity.ts.
 */
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { isPodTerminal } from '../../api/podReadiness.ts'
import { isStatus } from '../../api/status.ts'
import type { Node, Pod, PodStatus } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { Controller, HandlerContext, Outcome, ReconcileContext } from '../../client/controller.ts'
import { type Tick, ticksOf, timeText } from '../../core/clock.ts'
import { changed } from '../../core/ledger.ts'

interface Memory {
  /** Names that pods carry and no node has; the tick at which their pods may go, once a pass has noticed. */
  readonly missing: Map<string, Tick | undefined>
  /** The tick of the pass that is set; 0: none. */
  armed: Tick
}

type Context = ReconcileContext<Memory>

const period = ticksOf(20)
const quarantine = ticksOf(40)
const outOfService = 'node.kubernetes.io/out-of-service'
const passKey = 'pass'
const none: readonly string[] = []

export const podGarbageCollector: Controller<Memory> = {
  name: 'pod-garbage-collector-controller',
  watches: [
    { resource: Nodes, enqueue: nodeChanged },
    { resource: Pods, parts: changed.spec, enqueue: podChanged },
  ],
  memory: () => ({ missing: new Map(), armed: 0 }),

  reconcile(context): Outcome {
    for (const name of [...context.memory.missing.keys()].sort()) {
      if (look(context, name) === 'held') return 'held'
    }
    if (context.memory.missing.size > 0) armPass(context)
  },
}

function nodeChanged(change: Change, context: HandlerContext<Memory>): readonly string[] {
  const before = change.before as Node | undefined
  const after = change.after as Node | undefined
  if (after === undefined) note(context, (before as Node).metadata.name)
  else if (isOutOfService(after) && !(before && isOutOfService(before))) note(context, after.metadata.name)
  return none
}

/** A pod bound to a node that isn't there. Most pods take the short way out: they were bound before. */
function podChanged(change: Change, context: HandlerContext<Memory>): readonly string[] {
  const pod = change.after as Pod | undefined
  const nodeName = pod?.spec.nodeName
  if (nodeName === undefined || (change.before as Pod | undefined)?.spec.nodeName === nodeName) return none
  if (!context.lister(Nodes).has(nodeName)) note(context, nodeName)
  return none
}

function note(context: HandlerContext<Memory>, name: string): void {
  if (!context.memory.missing.has(name)) context.memory.missing.set(name, undefined)
  armPass(context)
}

function armPass({ memory, tick, enqueueAfter }: HandlerContext<Memory>): void {
  const next = (Math.floor(tick / period) + 1) * period
  if (memory.armed === next) return
  memory.armed = next
  enqueueAfter(passKey, next - tick)
}

function look(context: Context, name: string): Outcome {
  const { memory, client, lister, tick } = context
  const pods = lister(Pods).byIndex('node', name)
  const node = client.get(Nodes, '', name)
  const isLost = node === undefined || isOutOfService(node)
  if (pods.length === 0 || !isLost) {
    memory.missing.delete(name)
    return undefined
  }
  if (node !== undefined) return removeAll(context, pods.filter(isTerminating))
  const due = memory.missing.get(name)
  if (due === undefined) memory.missing.set(name, tick + quarantine)
  else if (tick >= due) return removeAll(context, pods)
  return undefined
}

function removeAll(context: Context, pods: readonly Pod[]): Outcome {
  for (const pod of pods) {
    if (context.client.available <= 0) return 'held'
    remove(context, pod)
  }
  return undefined
}

function remove({ client, tick }: Context, pod: Pod): void {
  try {
    if (!isPodTerminal(pod)) client.patchStatus(Pods, pod, ({ status }) => asFailed(status, tick))
    client.delete(Pods, pod, { gracePeriodSeconds: 0 })
  } catch (error) {
    if (!isStatus(error, 'NotFound')) throw error
  }
}

function asFailed(status: PodStatus, tick: Tick): PodStatus {
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: timeText(tick),
    reason: 'DeletionByPodGC',
    message: 'PodGC: node no longer exists',
  } as const
  const others = (status.conditions ?? []).filter((one) => one.type !== condition.type)
  return { ...status, phase: 'Failed', conditions: [...others, condition] }
}

function isTerminating(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined
}

function isOutOfService(node: Node): boolean {
  const isReady = node.status.conditions?.some((one) => one.type === 'Ready' && one.status === 'True')
  return !isReady && (node.spec.taints?.some((taint) => taint.key === outOfService) ?? false)
}
