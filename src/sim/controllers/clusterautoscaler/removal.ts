/** A node on its way out: tainted, drained, given back (cluster-autoscaler/core/scaledown/actuation). */
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { isPodTerminal } from '../../api/podReadiness.ts'
import { isStatus } from '../../api/status.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import type { AutoscalerOptions } from '../../client/autoscalerOptions.ts'
import type { CloudProvider } from '../../client/cloudProvider.ts'
import { ticksOf, ticksPerSecond, unixSeconds } from '../../core/clock.ts'
import { podsToMove } from './blockers.ts'
import type { Context, Removal } from './memory.ts'
import type { Picture } from './picture.ts'
import type { Candidate } from './scaleDown.ts'
import { sayOfCluster } from './statusMap.ts'
import { deletionCandidate, hasTaint, toBeDeleted, withoutTaints, withTaint } from './taints.ts'
import type { Utilization } from './utilization.ts'

/** --node-delete-delay-after-taint: the scheduler has time to see the taint. */
const afterTaint = ticksOf(5)
const evictionRetry = ticksOf(10)
/** --max-pod-eviction-time */
const maxEviction = ticksOf(120)
const goneCheck = ticksOf(5)
const headroom = ticksOf(30)

export function beginRemoval(context: Context, { node, pool, pods, utilization }: Candidate): void {
  const { client, memory, tick, enqueueAfter } = context
  const { name } = node.metadata
  client.patch(Nodes, '', name, (draft) => {
    const others = withoutTaints(draft.spec.taints, toBeDeleted)
    draft.spec.taints = withTaint(others, toBeDeleted, 'NoSchedule', unixSeconds(tick))
    return draft
  })
  sayOfNode(context, node, 'Normal', 'ScaleDown', 'marked the node as toBeDeleted/unschedulable')
  const drains = pods.length > 0
  if (drains) sayOfCluster(context, 'Normal', 'ScaleDown', drainText(name, utilization, pods))
  else sayOfCluster(context, 'Normal', 'ScaleDownEmpty', `Scale-down: removing empty node "${name}"`)
  memory.unneeded.delete(name)
  memory.removals.set(name, { pool, drains, evicted: [] })
  enqueueAfter(`remove/${name}`, afterTaint)
}

/** One step further: pods are asked to go, and when they are gone the machine is given back. */
export function goOn(context: Context, name: string, cloud: CloudProvider, options: AutoscalerOptions): void {
  const { memory, lister, tick, enqueueAfter } = context
  const removal = memory.removals.get(name)
  const node = lister(Nodes).byKey(name)
  if (removal === undefined) return
  if (node === undefined || cloud.poolOf(name) === undefined) {
    memory.removals.delete(name)
    return
  }
  const pods = stillToGo(context, name, options)
  if (pods.length === 0) return giveBack(context, node, cloud)
  if (!removal.drains) return abandon(context, node)
  const since = removal.drainedSince ?? tick
  const refused = evictAll(context, name, removal, pods, options)
  if (refused && tick - since >= maxEviction) return abandon(context, node)
  if (tick - since >= options.maxGracefulTermination + headroom) return abandon(context, node)
  memory.removals.set(name, { ...(memory.removals.get(name) as Removal), drainedSince: since })
  enqueueAfter(`remove/${name}`, refused ? evictionRetry : goneCheck)
}

/** Pods that have to be gone before the machine may go. */
function stillToGo(context: Context, name: string, options: AutoscalerOptions): readonly Pod[] {
  const { lister, tick } = context
  const pods = lister(Pods)
    .byIndex('node', name)
    .filter((pod) => !isPodTerminal(pod))
  // What a budget has left, each eviction asks itself.
  const { pods: moving, blocked } = podsToMove(pods, unixSeconds(tick), {
    ...options,
    skipsSystemPods: false,
    budgetOf: () => undefined,
  })
  return blocked === undefined ? moving : pods
}

/** Answers whether some eviction was refused. */
function evictAll(
  { client, memory }: Context,
  name: string,
  removal: Removal,
  pods: readonly Pod[],
  { maxGracefulTermination }: AutoscalerOptions,
): boolean {
  const evicted = [...removal.evicted]
  let refused = false
  for (const pod of pods) {
    const key = `${pod.metadata.namespace}/${pod.metadata.name}`
    if (evicted.includes(key)) continue
    const message = 'deleting pod for node scale down'
    client.event(pod, { type: 'Normal', reason: 'ScaleDown', message })
    const most = maxGracefulTermination / ticksPerSecond
    try {
      client.evict(pod, Math.min(pod.spec.terminationGracePeriodSeconds ?? 30, most))
      evicted.push(key)
    } catch (error) {
      if (isStatus(error, 'TooManyRequests')) refused = true
      else if (!isStatus(error, 'NotFound')) throw error
    }
  }
  memory.removals.set(name, { ...removal, evicted })
  return refused
}

function giveBack(context: Context, node: Node, cloud: CloudProvider): void {
  const { name } = node.metadata
  const { client, memory, tick } = context
  sayOfNode(context, node, 'Normal', 'ScaleDown', 'nodes removed by cluster autoscaler')
  cloud.release([name], client.cause.last)
  memory.removals.delete(name)
  memory.lastDelete = tick
}

/** What an earlier run began and did not end is taken back. */
export function cleanUp({ client }: Context, { nodes }: Picture): void {
  for (const node of nodes) {
    if (!hasTaint(node, toBeDeleted)) continue
    client.patch(Nodes, '', node.metadata.name, (draft) => {
      draft.spec.taints = withoutTaints(draft.spec.taints, toBeDeleted)
      return draft
    })
  }
}

/** It stays after all, and may be used again. */
function abandon(context: Context, node: Node): void {
  const { name } = node.metadata
  const { client, memory, tick } = context
  client.patch(Nodes, '', name, (draft) => {
    draft.spec.taints = withoutTaints(draft.spec.taints, toBeDeleted, deletionCandidate)
    return draft
  })
  sayOfNode(context, node, 'Warning', 'ScaleDownFailed', 'failed to drain the node, aborting ScaleDown')
  memory.removals.delete(name)
  memory.lastFailure = tick
}

function sayOfNode(
  { client }: Context,
  node: Node,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  client.event(node, { type, reason, message })
}

/** The utilisation as Go prints the struct. */
function drainText(
  name: string,
  { cpu, memory, resource, share }: Utilization,
  pods: readonly Pod[],
): string {
  const struct = `{${cpu} ${memory} 0 0 ${resource} ${share}}`
  const names = pods.map(({ metadata }) => metadata.name).join(',')
  return `Scale-down: removing node ${name}, utilization: ${struct}, pods to reschedule: ${names}`
}
