/** The cluster as one look sees it: nodes, their pods, the pools with what is still to come, and all that on paper. */
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { Nodes } from '../../api/kinds/node/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { isPodTerminal, podCondition } from '../../api/podReadiness.ts'
import type { Node, Pod } from '../../api/types/index.ts'
import type { CloudProvider, NodePool } from '../../client/cloudProvider.ts'
import type { MakeTrial, Trial } from '../../client/trial.ts'
import { type Tick, tickOfTime, ticksOf } from '../../core/clock.ts'
import type { Context } from './memory.ts'
import { templateNode } from './template.ts'

/** A node that has not become ready yet has this long to do so. */
const maxStartup = ticksOf(900)
/** --expendable-pods-priority-cutoff */
const expendable = -10

export interface Picture {
  readonly tick: Tick
  /** Those that have been ready, or should have been. */
  readonly nodes: readonly Node[]
  readonly podsOn: ReadonlyMap<string, readonly Pod[]>
  /** Pods that the scheduler found no node for, and that count. */
  readonly unschedulable: readonly Pod[]
  readonly pools: readonly NodePool[]
  /** By pool: machines that will be nodes before long. */
  readonly upcoming: ReadonlyMap<string, readonly string[]>
  /** Machines that are no nodes, on their way or not. */
  readonly unregistered: ReadonlySet<string>
  readonly trial: Trial
}

export function takePicture(context: Context, cloud: CloudProvider, makeTrial: MakeTrial): Picture {
  const { lister, tick, memory } = context
  const all = lister(Nodes).all()
  const { podsOn, unschedulable } = sorted(lister(Pods).all())
  const upcoming = new Map(
    cloud.pools.map((pool) => [pool.name, upcomingIn(pool, all, memory.removals, tick)] as const),
  )
  const registered = new Set(all.map(({ metadata }) => metadata.name))
  const unregistered = new Set(
    cloud.pools
      .flatMap(({ machines }) => machines.map(({ name }) => name))
      .filter((name) => !registered.has(name)),
  )
  const starting = new Set([...upcoming.values()].flat())
  const nodes = all.filter(({ metadata }) => !starting.has(metadata.name))
  const labels = lister(Namespaces)
    .all()
    .map(({ metadata }) => [metadata.name, metadata.labels ?? {}] as const)
  const onPaper = nodes.map((node) => ({ node, pods: podsOn.get(node.metadata.name) ?? [] }))
  const trial = makeTrial(onPaper, new Map(labels))
  for (const pool of cloud.pools) addUpcoming(trial, pool, upcoming.get(pool.name) ?? [])
  return { tick, nodes, podsOn, unschedulable, pools: cloud.pools, upcoming, unregistered, trial }
}

export function isReady({ status }: Node): boolean {
  return status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') ?? false
}

function sorted(pods: readonly Pod[]): Pick<Picture, 'podsOn' | 'unschedulable'> {
  const podsOn = new Map<string, Pod[]>()
  const unschedulable: Pod[] = []
  for (const pod of pods) {
    if (isPodTerminal(pod) || (pod.spec.priority ?? 0) < expendable) continue
    const node = pod.spec.nodeName
    if (node === undefined) {
      if (isUnschedulable(pod)) unschedulable.push(pod)
      continue
    }
    const others = podsOn.get(node)
    if (others === undefined) podsOn.set(node, [pod])
    else others.push(pod)
  }
  return { podsOn, unschedulable }
}

function isUnschedulable(pod: Pod): boolean {
  const scheduled = podCondition(pod, 'PodScheduled')
  if (pod.metadata.deletionTimestamp !== undefined) return false
  return scheduled?.status === 'False' && scheduled.reason === 'Unschedulable'
}

/** Machines of the pool that are not nodes yet, or not ready yet for the first time. */
function upcomingIn(
  pool: NodePool,
  nodes: readonly Node[],
  removals: ReadonlyMap<string, unknown>,
  tick: Tick,
): readonly string[] {
  const byName = new Map(nodes.map((node) => [node.metadata.name, node]))
  return pool.machines
    .filter(({ name }) => {
      const node = byName.get(name)
      if (node === undefined) return true
      return !removals.has(name) && !isReady(node) && isYoung(node, tick)
    })
    .map(({ name }) => name)
}

function isYoung({ metadata }: Node, tick: Tick): boolean {
  return tickOfTime(metadata.creationTimestamp) + maxStartup > tick
}

function addUpcoming(trial: Trial, pool: NodePool, names: readonly string[]): void {
  for (const { name, zone } of pool.machines)
    if (names.includes(name)) trial.addNode(templateNode(pool, name, zone), [])
}
