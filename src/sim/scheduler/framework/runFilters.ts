/** Which nodes a pod fits on (pkg/scheduler/schedule_one.go, findNodesThatFitPod, v1.36). */
import type { NodeInfo } from './nodeInfo.ts'
import type { Cycle, Filter, Plugin } from './plugin.ts'
import { plugins } from './registry.ts'
import { numFeasibleNodesToFind } from './sampling.ts'
import { type Status, success, unresolvable } from './status.ts'

export interface Refusal {
  readonly plugin: string
  readonly status: Status
}

export interface Filtering {
  readonly feasible: readonly NodeInfo[]
  /** The first plugin that refused a node, and why. Nodes that were not looked at are absent. */
  readonly refusals: ReadonlyMap<string, Refusal>
  /** Why the pod was refused before any node was looked at. */
  readonly rejection?: Refusal
  /** How far round the list of nodes the search went. */
  readonly visited: number
}

/** Answers for one node: undefined where every filter passes. */
export type NodeCheck = (node: NodeInfo) => Refusal | undefined

interface PlannedFilter {
  readonly plugin: string
  readonly filter: Filter
}

interface Plan {
  readonly check: NodeCheck
  readonly rejection: Refusal | undefined
  /** Nodes that some plugin wants looked at, by plugin; empty: all. */
  readonly restrictions: ReadonlyMap<string, ReadonlySet<string>>
}

export function planFilters(cycle: Cycle, chosen: readonly Plugin[] = plugins): Plan {
  const filters: PlannedFilter[] = []
  const restrictions = new Map<string, ReadonlySet<string>>()
  let rejection: Refusal | undefined
  for (const plugin of chosen) {
    const plan = plugin.preFilter?.(cycle)
    if (plan?.rejection !== undefined) rejection ??= { plugin: plugin.name, status: plan.rejection }
    if (plan?.filter !== undefined) filters.push({ plugin: plugin.name, filter: plan.filter })
    if (plan?.onlyNodes !== undefined) restrictions.set(plugin.name, plan.onlyNodes)
  }
  return { check: (node) => firstRefusal(filters, node), rejection, restrictions }
}

/** Looks at nodes in turn from `start` until enough of them fit. */
export function runFilters(cycle: Cycle, start: number): Filtering {
  const plan = planFilters(cycle)
  const { rejection } = plan
  if (rejection !== undefined) return { feasible: [], refusals: new Map(), visited: 0, rejection }
  const nodes = withinRestrictions(cycle.snapshot.nodes, plan)
  const wanted = numFeasibleNodesToFind(nodes.length)
  const feasible: NodeInfo[] = []
  const refusals = refusalsOutside(cycle.snapshot.nodes, plan)
  let visited = 0
  while (visited < nodes.length && feasible.length < wanted) {
    const node = nodes[(start + visited) % nodes.length] as NodeInfo
    visited++
    const refusal = checkWithNominated(cycle, node, plan.check)
    if (refusal === undefined) feasible.push(node)
    else refusals.set(node.name, refusal)
  }
  return { feasible, refusals, visited }
}

/** A node must do both with and without the pods that have been promised a place on it by preemption. */
export function checkWithNominated({ pod, snapshot }: Cycle, node: NodeInfo, check: NodeCheck) {
  const promised = snapshot
    .nominated(node.name)
    .filter((other) => other.metadata.uid !== pod.metadata.uid && priority(other) >= priority(pod))
  if (promised.length === 0) return check(node)
  const crowded = node.clone()
  for (const other of promised) crowded.addPod(other)
  return check(crowded) ?? check(node)
}

function priority({ spec }: { readonly spec: { readonly priority?: number } }): number {
  return spec.priority ?? 0
}

function firstRefusal(filters: readonly PlannedFilter[], node: NodeInfo): Refusal | undefined {
  for (const { plugin, filter } of filters) {
    const status = filter(node)
    if (status !== success && status.code !== 'Success') return { plugin, status }
  }
  return undefined
}

function withinRestrictions(nodes: readonly NodeInfo[], { restrictions }: Plan): readonly NodeInfo[] {
  if (restrictions.size === 0) return nodes
  const sets = [...restrictions.values()]
  return nodes.filter(({ name }) => sets.every((set) => set.has(name)))
}

function refusalsOutside(nodes: readonly NodeInfo[], { restrictions }: Plan): Map<string, Refusal> {
  const refusals = new Map<string, Refusal>()
  if (restrictions.size === 0) return refusals
  const names = [...restrictions.keys()]
  const status = unresolvable(`node(s) didn't satisfy plugin(s) [${names.join(' ')}]`)
  for (const { name } of nodes) {
    const outside = names.some((plugin) => !(restrictions.get(plugin) as ReadonlySet<string>).has(name))
    if (outside) refusals.set(name, { plugin: names[0] as string, status })
  }
  return refusals
}
