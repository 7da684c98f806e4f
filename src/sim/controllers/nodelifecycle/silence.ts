/** A node that has not been heard of for too long: nobody knows how it is, and its pods are no longer ready. */
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { isPodReady } from '../../api/podReadiness.ts'
import { isStatus } from '../../api/status.ts'
import type { Node, NodeCondition, Pod } from '../../api/types/index.ts'
import type { Outcome } from '../../client/controller.ts'
import { ticksOf, timeText } from '../../core/clock.ts'
import type { Context } from './memory.ts'

const judged = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure']

/** A node that never reported anything gets longer: --node-startup-grace-period. */
const startupGracePeriod = ticksOf(60)

/** Whether the node's grace period has passed. */
export function isOverdue({ memory, engine, tick }: Context, node: Node): boolean {
  const heard = memory.silent.get(node.metadata.name)
  if (heard === undefined) return false
  const everReported = node.status.conditions?.some((condition) => condition.type === 'Ready')
  return tick - heard >= (everReported ? engine.profile.nodeMonitorGracePeriod : startupGracePeriod)
}

export function markUnknown({ client, tick }: Context, node: Node): void {
  const now = timeText(tick)
  client.patchStatus(Nodes, node, ({ metadata, status }) => {
    const known = (status.conditions ?? []).map((condition) => asUnknown(condition, now))
    const missing = judged.filter((type) => !known.some((condition) => condition.type === type))
    const never = missing.map((type) => neverReported(type, metadata.creationTimestamp, now))
    return { ...status, conditions: [...known, ...never] }
  })
}

function asUnknown(condition: NodeCondition, now: string): NodeCondition {
  if (!judged.includes(condition.type) || condition.status === 'Unknown') return condition
  return {
    ...condition,
    status: 'Unknown',
    reason: 'NodeStatusUnknown',
    message: 'Kubelet stopped posting node status.',
    lastTransitionTime: now,
  }
}

function neverReported(type: string, since: string, now: string): NodeCondition {
  return {
    type,
    status: 'Unknown',
    reason: 'NodeStatusNeverUpdated',
    message: 'Kubelet never posted node status.',
    lastHeartbeatTime: since,
    lastTransitionTime: now,
  }
}

/** The pods of a node that became Unknown lose their readiness. May take several ticks. */
export function markPodsNotReady(context: Context, name: string, component: string): Outcome {
  const { client, lister, tick } = context
  for (const pod of lister(Pods).byIndex('node', name)) {
    const stored = client.get(Pods, pod.metadata.namespace ?? '', pod.metadata.name)
    if (stored === undefined || stored.metadata.uid !== pod.metadata.uid || !isPodReady(stored)) continue
    if (client.available <= 0) return 'held'
    loseReadiness(context, stored, timeText(tick))
    client.event(stored, {
      type: 'Warning',
      reason: 'NodeNotReady',
      message: 'Node is not ready',
      component,
    })
  }
}

function loseReadiness({ client }: Context, pod: Pod, now: string): void {
  try {
    client.patchStatus(Pods, pod, ({ status }) => ({
      ...status,
      conditions: (status.conditions ?? []).map((condition) =>
        condition.type === 'Ready'
          ? { ...condition, status: 'False' as const, lastTransitionTime: now }
          : condition,
      ),
    }))
  } catch (error) {
    if (!isStatus(error, 'NotFound')) throw error
  }
}
