/**
 * NoExecute taints of nodes that are not ready. They drive pods away, so they are given out slowly: in each zone one
 * node in ten seconds, and none while it looks as if the control plane rather than the nodes were cut off
 * (scheduler/rate_limited_queue.go, Kubernetes v1.36).
 */
import { Nodes } from '../../api/kinds/node/index.ts'
import { isSameTaint } from '../../api/toleration.ts'
import type { ConditionStatus, Node, Taint } from '../../api/types/index.ts'
import { timeText } from '../../core/clock.ts'
import type { Context, Zone } from './memory.ts'
import {
  changedTaints,
  evictionTaint,
  notReadyTaint,
  oppositeEvictionTaint,
  unreachableTaint,
} from './taints.ts'
import { defaultRates, zoneKey } from './zoneState.ts'

const evictionTaints: readonly Taint[] = [notReadyTaint, unreachableTaint].map((key) => ({
  key,
  effect: 'NoExecute',
}))

export function readyStatus(node: Node): ConditionStatus | undefined {
  return node.status.conditions?.find((condition) => condition.type === 'Ready')?.status
}

/** Brings the NoExecute taints nearer to the node's state: removed at once, swapped at once, added in turn. */
export function followReadiness(context: Context, node: Node, ready: ConditionStatus): void {
  const taint = evictionTaint(ready)
  if (taint === undefined) clearEviction(context, node)
  else if (hasTaint(node, oppositeEvictionTaint(taint))) setEviction(context, node, taint)
  else if (!hasTaint(node, taint)) queueForTainting(context, node)
}

/** The node is ready, or is to be treated as if it were. */
export function clearEviction({ client, memory, tick }: Context, node: Node): void {
  const { name } = node.metadata
  if (memory.queued.delete(name)) for (const zone of memory.zones.values()) dropFrom(zone.queue, name)
  const remove = evictionTaints.filter((taint) => hasTaint(node, taint))
  if (remove.length === 0) return
  client.patch(Nodes, '', name, (draft) => {
    draft.spec.taints = changedTaints(draft.spec.taints, { add: [], remove }, timeText(tick))
    return draft
  })
}

export function zoneOf(memory: Context['memory'], node: Node): Zone {
  const key = zoneKey(node)
  let zone = memory.zones.get(key)
  if (zone === undefined) {
    zone = { state: 'Initial', rate: defaultRates.normal, next: 0, queue: [] }
    memory.zones.set(key, zone)
  }
  return zone
}

function queueForTainting({ memory, enqueueAfter }: Context, node: Node): void {
  const { name } = node.metadata
  if (memory.queued.has(name)) return
  memory.queued.add(name)
  zoneOf(memory, node).queue.push(name)
  enqueueAfter(`zone/${zoneKey(node)}`, 1)
}

/** A new rate starts with an empty bucket, unless the old one could have spared a node right now. The same rate goes on. */
export function setRate(context: Context, key: string, rate: number): void {
  const { memory, tick, enqueueAfter } = context
  const zone = memory.zones.get(key)
  if (zone === undefined || zone.rate === rate) return
  const couldStart = zone.rate > 0 && tick >= zone.next
  zone.rate = rate
  zone.next = couldStart ? tick : tick + intervalOf(context, rate)
  if (rate > 0 && zone.queue.length > 0) enqueueAfter(`zone/${key}`, Math.max(1, zone.next - tick))
}

/** Taints the nodes of a zone whose turn has come. */
export function taintNext(context: Context, key: string): void {
  const { memory, lister, tick, enqueueAfter } = context
  const zone = memory.zones.get(key)
  if (zone === undefined || zone.rate === 0) return
  while (zone.queue.length > 0 && tick >= zone.next) {
    const node = lister(Nodes).byKey(zone.queue[0] as string)
    if (node !== undefined) taintIfNeeded(context, node)
    zone.queue.shift()
    zone.next = tick + intervalOf(context, zone.rate)
  }
  if (zone.queue.length > 0) enqueueAfter(`zone/${key}`, zone.next - tick)
}

/** A node that became ready while it waited is spared. */
function taintIfNeeded(context: Context, node: Node): void {
  const taint = evictionTaint(readyStatus(node) ?? 'Unknown')
  if (taint !== undefined) setEviction(context, node, taint)
}

function setEviction({ client, tick }: Context, node: Node, taint: Taint): void {
  const changes = { add: [taint], remove: [oppositeEvictionTaint(taint)] }
  client.patch(Nodes, '', node.metadata.name, (draft) => {
    draft.spec.taints = changedTaints(draft.spec.taints, changes, timeText(tick))
    return draft
  })
}

function intervalOf({ engine }: Context, rate: number): number {
  if (rate === 0) return 0
  return Math.round((engine.profile.nodeEvictionInterval * defaultRates.normal) / rate)
}

function hasTaint(node: Node, taint: Taint): boolean {
  return node.spec.taints?.some((one) => isSameTaint(one, taint)) ?? false
}

function dropFrom(queue: string[], name: string): void {
  const at = queue.indexOf(name)
  if (at >= 0) queue.splice(at, 1)
}
