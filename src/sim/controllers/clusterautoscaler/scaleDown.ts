/** Which nodes nobody needs, and which of them may go now (cluster-autoscaler/core/scaledown/planner/planner.go). */
import { Nodes } from '../../api/kinds/node/index.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import type { AutoscalerOptions } from '../../client/autoscalerOptions.ts'
import type { CloudProvider } from '../../client/cloudProvider.ts'
import { type Tick, unixSeconds } from '../../core/clock.ts'
import { podsToMove } from './blockers.ts'
import { drainRules } from './budgets.ts'
import type { NodeVerdict } from './decisions.ts'
import type { Context } from './memory.ts'
import { isReady, type Picture } from './picture.ts'
import { beginRemoval } from './removal.ts'
import { deletionCandidate, hasTaint, toBeDeleted, withoutTaints, withTaint } from './taints.ts'
import { type Utilization, utilizationOf } from './utilization.ts'

const disabled = 'cluster-autoscaler.kubernetes.io/scale-down-disabled'
/** --max-scale-down-parallelism, --max-drain-parallelism, --max-bulk-soft-taint-count */
const mostAtOnce = 10
const mostDrainsAtOnce = 1
const mostTaintsAtOnce = 10

export interface Candidate {
  readonly node: Node
  readonly pool: string
  readonly utilization: Utilization
  readonly pods: readonly Pod[]
}

export function scaleDown(
  context: Context,
  picture: Picture,
  cloud: CloudProvider,
  options: AutoscalerOptions,
  isTooEarly: boolean,
): void {
  const unneeded = findUnneeded(context, picture, cloud, options)
  if (isTooEarly || isResting(context, options)) return
  const going = nowRemovable(context, unneeded, cloud, options)
  for (const candidate of going) beginRemoval(context, candidate)
  if (going.length === 0) markCandidates(context, picture, cloud)
  else context.memory.lastDelete = context.tick
}

/** Nothing is taken away right after something was brought, taken away, or went wrong. */
function isResting({ memory, tick }: Context, options: AutoscalerOptions): boolean {
  const restsUntil = (last: Tick | undefined, delay: Tick) => (last === undefined ? 0 : last + delay)
  return (
    restsUntil(memory.lastScaleUp, options.delayAfterAdd) > tick ||
    restsUntil(memory.lastDelete, options.delayAfterDelete) > tick ||
    restsUntil(memory.lastFailure, options.delayAfterFailure) > tick
  )
}

function findUnneeded(
  context: Context,
  picture: Picture,
  cloud: CloudProvider,
  options: AutoscalerOptions,
): readonly Candidate[] {
  const { memory, tick } = context
  const verdicts = new Map<string, NodeVerdict>()
  const unneeded: Candidate[] = []
  const destinations = new Set(picture.nodes.map(({ metadata }) => metadata.name))
  for (const node of inOrder(context, picture)) {
    const { name } = node.metadata
    const pool = cloud.poolOf(name)
    if (pool === undefined) continue
    const pods = picture.podsOn.get(name) ?? []
    const utilization = utilizationOf(node, pods, unixSeconds(tick))
    const stays = staysAsItIs(context, node, cloud, options, utilization)
    if (stays !== undefined) {
      verdicts.set(name, { at: tick, pool: pool.name, utilization, stays })
      continue
    }
    const moved = tryToMove(context, node, pods, destinations, picture, options)
    verdicts.set(name, { at: tick, pool: pool.name, utilization, ...moved.verdict })
    if (moved.verdict !== undefined) memory.unremovable.set(name, tick + options.recheckUnremovable)
    else {
      destinations.delete(name)
      unneeded.push({ node, pool: pool.name, utilization, pods: moved.pods })
    }
  }
  memory.verdicts = verdicts
  keepTimes(context, unneeded)
  return unneeded
}

/** Empty nodes first, then those that were unneeded before, then in the order in which they came. */
function inOrder({ memory }: Context, { nodes, podsOn }: Picture): readonly Node[] {
  const rank = ({ metadata }: Node) => {
    if ((podsOn.get(metadata.name) ?? []).length === 0) return 0
    return memory.unneeded.has(metadata.name) ? 1 : 2
  }
  return [...nodes].sort((a, b) => rank(a) - rank(b))
}

/** What can be said without moving anything. */
function staysAsItIs(
  { memory, tick }: Context,
  node: Node,
  cloud: CloudProvider,
  { utilizationThreshold }: AutoscalerOptions,
  { share }: Utilization,
): NodeVerdict['stays'] {
  const { name, annotations } = node.metadata
  const pool = cloud.poolOf(name)
  if (hasTaint(node, toBeDeleted)) return 'CurrentlyBeingDeleted'
  if (pool === undefined || pool.machines.length <= pool.min) return 'NodeGroupMinSizeReached'
  if ((memory.unremovable.get(name) ?? 0) > tick) return 'RecentlyUnremovable'
  memory.unremovable.delete(name)
  if (annotations?.[disabled] === 'true') return 'ScaleDownDisabledAnnotation'
  return share >= utilizationThreshold ? 'NotUnderutilized' : undefined
}

/** On paper, every pod of the node is put elsewhere; there it stays if all of them find a place. */
function tryToMove(
  context: Context,
  node: Node,
  pods: readonly Pod[],
  destinations: ReadonlySet<string>,
  { trial, tick }: Picture,
  options: AutoscalerOptions,
): { pods: readonly Pod[]; verdict?: Pick<NodeVerdict, 'stays' | 'pod' | 'because'> } {
  const { name } = node.metadata
  const { pods: moving, blocked } = podsToMove(pods, unixSeconds(tick), drainRules(context, options))
  if (blocked !== undefined) {
    return { pods: [], verdict: { stays: 'BlockedByPod', pod: keyOf(blocked.pod), because: blocked.reason } }
  }
  const others = [...destinations].filter((one) => one !== name)
  const placed: { readonly pod: Pod; readonly at: string }[] = []
  for (const pod of moving) {
    const at = trial.firstFit(unbound(pod), others)
    if (at === undefined) {
      for (const one of placed) trial.take(one.pod, one.at)
      return { pods: [], verdict: { stays: 'NoPlaceToMovePods', pod: keyOf(pod) } }
    }
    trial.place(pod, at)
    placed.push({ pod, at })
  }
  trial.removeNode(name)
  return { pods: moving }
}

/** As its controller would make it anew: for any node. */
function unbound(pod: Pod): Pod {
  const { nodeName: _, ...spec } = pod.spec
  return { ...pod, spec }
}

function keyOf({ metadata }: Pod): string {
  return `${metadata.namespace}/${metadata.name}`
}

function keepTimes({ memory, tick }: Context, unneeded: readonly Candidate[]): void {
  const before = new Map(memory.unneeded)
  memory.unneeded.clear()
  for (const { node } of unneeded) {
    const { name } = node.metadata
    memory.unneeded.set(name, before.get(name) ?? tick)
  }
  for (const [name, until] of memory.unremovable) if (until <= tick) memory.unremovable.delete(name)
}

/** Unneeded for long enough, and not below the pool's smallest size: several empty ones, one that has to be drained. */
function nowRemovable(
  { memory, tick }: Context,
  unneeded: readonly Candidate[],
  cloud: CloudProvider,
  options: AutoscalerOptions,
): readonly Candidate[] {
  const left = new Map(cloud.pools.map((pool) => [pool.name, pool.machines.length - pool.min]))
  for (const { pool } of memory.removals.values()) left.set(pool, (left.get(pool) ?? 0) - 1)
  let budget = mostAtOnce - memory.removals.size
  let drains = mostDrainsAtOnce - [...memory.removals.values()].filter((one) => one.drains).length
  const going: Candidate[] = []
  for (const candidate of emptyFirst(unneeded)) {
    const { node, pool, pods } = candidate
    const since = memory.unneeded.get(node.metadata.name) ?? tick
    const wait = isReady(node) ? options.unneededTime : options.unreadyTime
    const isDrain = pods.length > 0
    if (since + wait >= tick || (left.get(pool) ?? 0) <= 0 || budget <= 0 || (isDrain && drains <= 0))
      continue
    left.set(pool, (left.get(pool) as number) - 1)
    budget--
    if (isDrain) drains--
    going.push(candidate)
  }
  return going
}

function emptyFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => Number(a.pods.length > 0) - Number(b.pods.length > 0))
}

/** Unneeded nodes get a taint that the scheduler tries to respect; those needed again lose it. */
function markCandidates(context: Context, { nodes, tick }: Picture, cloud: CloudProvider): void {
  const { client, memory } = context
  let left = mostTaintsAtOnce
  for (const node of nodes) {
    const { name } = node.metadata
    const isCandidate = memory.unneeded.has(name)
    if (isCandidate === hasTaint(node, deletionCandidate) || cloud.poolOf(name) === undefined) continue
    if (left-- <= 0) return
    client.patch(Nodes, '', name, (draft) => {
      const { taints } = draft.spec
      draft.spec.taints = isCandidate
        ? withTaint(taints, deletionCandidate, 'PreferNoSchedule', unixSeconds(tick))
        : withoutTaints(taints, deletionCandidate)
      return draft
    })
  }
}
