/**
 * What wakes the controller. A healthy node costs nothing: its heartbeat is not written, and no pass is made for it.
 * A beat that stops or starts is a write of the Lease, a change of state one of the Node.
 */
import type { Lease, Node } from '../../api/types/index.ts'
import { leaseNamespace } from '../../apiserver/heartbeats.ts'
import type { Change } from '../../client/component.ts'
import { armPass, type Handler, passFrom } from './memory.ts'

/** As it appears in the ledger. */
export const actor = 'node-lifecycle-controller'

const none: readonly string[] = []

export function leaseChanged(change: Change, context: Handler): readonly string[] {
  const lease = change.after as Lease | undefined
  if (lease === undefined || lease.metadata.namespace !== leaseNamespace) return none
  const { name } = lease.metadata
  const { engine, memory, tick } = context
  const { heartbeats } = engine.server
  if (heartbeats.isBeating(name)) {
    memory.silent.delete(name)
    armPass(context, tick)
    return none
  }
  // The pass after the last renewal saw it; a controller that has just begun sees it in its first pass.
  const seen = change.before === undefined ? tick : heartbeats.lastRenewal(name)
  notHeardSince(context, name, passFrom(seen, engine.profile.nodeMonitorPeriod))
  return none
}

export function nodeChanged(change: Change, context: Handler): readonly string[] {
  const before = change.before as Node | undefined
  const after = change.after as Node | undefined
  if (after === undefined) return nodeGone(before as Node, context)
  const { name } = after.metadata
  if (before === undefined) nodeCame(name, context)
  const isNews = before === undefined || before.spec !== after.spec || readyOf(before) !== readyOf(after)
  // What it wrote itself it has already counted: a zone that is lost is tainted node by node, for hours.
  if (isNews && !isOwn(change, context)) armPass(context, context.tick)
  return isNews || before.status.conditions !== after.status.conditions ? [`node/${name}`] : none
}

function nodeCame(name: string, context: Handler): void {
  if (context.engine.server.heartbeats.isBeating(name) || context.memory.silent.has(name)) return
  notHeardSince(context, name, passFrom(context.tick, context.engine.profile.nodeMonitorPeriod))
}

function nodeGone({ metadata }: Node, context: Handler): readonly string[] {
  context.memory.silent.delete(metadata.name)
  armPass(context, context.tick)
  return none
}

function notHeardSince(context: Handler, name: string, pass: number): void {
  context.memory.silent.set(name, pass)
  armPass(context, pass + context.engine.profile.nodeMonitorGracePeriod)
}

function isOwn({ revision }: Change, { engine }: Handler): boolean {
  return engine.state.ledger.actorOf(revision) === actor
}

function readyOf(node: Node): string | undefined {
  return node.status.conditions?.find((condition) => condition.type === 'Ready')?.status
}
