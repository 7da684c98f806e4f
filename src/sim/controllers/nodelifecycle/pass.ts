/**
 * One pass over all nodes (monitorNodeHealth in pkg/controller/nodelifecycle/node_lifecycle_controller.go, Kubernetes
 * v1.36). Costs one visit a node; made only when something is due.
 */
import { Nodes } from '../../api/kinds/node/index.ts'
import type { ConditionStatus, Node } from '../../api/types/index.ts'
import type { Outcome } from '../../client/controller.ts'
import { clearEviction, followReadiness, readyStatus, setRate, zoneOf } from './eviction.ts'
import { armPass, type Context } from './memory.ts'
import { isOverdue, markUnknown } from './silence.ts'
import { isExcludedFromDisruption, judgeDisruption, type ZoneCount, zoneKey } from './zoneState.ts'

export const component = 'node-controller'

export function pass(context: Context): Outcome {
  const nodes = context.lister(Nodes).all()
  registerNodes(context, nodes)
  const zones = new Map<string, { ready: number; notReady: number }>()
  for (const node of nodes) {
    zoneOf(context.memory, node)
    const ready = judge(context, node)
    if (ready === 'held') return 'held'
    if (ready === undefined) continue
    followReadiness(context, node, ready)
    if (!isExcludedFromDisruption(node)) count(zones, zoneKey(node), ready === 'True')
  }
  followDisruption(context, nodes, zones)
}

function registerNodes(context: Context, nodes: readonly Node[]): void {
  const { known } = context.memory
  for (const node of nodes) {
    const { name, uid, resourceVersion } = node.metadata
    if (known.get(name)?.uid === uid) continue
    known.set(name, { uid, resourceVersion })
    say(context, node, 'RegisteredNode', `Node ${name} event: Registered Node ${name} in Controller`)
  }
  if (known.size === nodes.length) return
  const present = new Set(nodes.map((node) => node.metadata.name))
  for (const [name, identity] of [...known]) {
    if (present.has(name)) continue
    known.delete(name)
    context.memory.queued.delete(name)
    const gone = { apiVersion: 'v1', kind: 'Node', metadata: { name, ...identity } } as Node
    say(context, gone, 'RemovingNode', `Node ${name} event: Removing Node ${name} from Controller`)
  }
}

/** The node's readiness as it is known now; undefined for one that has not reported yet. */
function judge(context: Context, node: Node): ConditionStatus | 'held' | undefined {
  const ready = readyStatus(node)
  if (ready === 'Unknown' || !isOverdue(context, node)) return ready
  if (context.client.available <= 0) return 'held'
  const { name } = node.metadata
  markUnknown(context, node)
  // Its NoSchedule taint comes before it may get the NoExecute one.
  context.enqueueAfter(`node/${name}`, 1)
  if (ready === 'True') {
    say(context, node, 'NodeNotReady', `Node ${name} status is now: NodeNotReady`)
    context.enqueueAfter(`pods/${name}`, 0)
  }
  return 'Unknown'
}

function count(zones: Map<string, { ready: number; notReady: number }>, key: string, isReady: boolean): void {
  const zone = zones.get(key) ?? { ready: 0, notReady: 0 }
  if (isReady) zone.ready++
  else zone.notReady++
  zones.set(key, zone)
}

/** All zones down at once: no evictions. The first node back: everyone else gets a new grace period. */
function followDisruption(
  context: Context,
  nodes: readonly Node[],
  counts: ReadonlyMap<string, ZoneCount>,
): void {
  const { memory, tick, engine } = context
  const before = new Map([...memory.zones].map(([key, zone]) => [key, zone.state]))
  const { states, rates, blackout } = judgeDisruption(before, counts)
  if (blackout === 'entering') for (const node of nodes) clearEviction(context, node)
  if (blackout === 'leaving') {
    for (const name of memory.silent.keys()) memory.silent.set(name, tick)
    armPass(context, tick + engine.profile.nodeMonitorGracePeriod)
  }
  for (const [key, rate] of rates) setRate(context, key, rate)
  for (const [key, state] of states) {
    const zone = memory.zones.get(key)
    if (zone !== undefined) zone.state = state
  }
}

function say({ client }: Context, node: Node, reason: string, message: string): void {
  client.event(node, { type: 'Normal', reason, message, component })
}
