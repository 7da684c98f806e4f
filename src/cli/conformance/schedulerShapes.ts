/** What the scheduler's plugins are given, made of the objects of a vector. */
import type { Node, Pod } from '../../sim/api/types/index.ts'
import { NodeInfo } from '../../sim/scheduler/framework/nodeInfo.ts'
import type { Cycle, Plugin } from '../../sim/scheduler/framework/plugin.ts'
import { podShape } from '../../sim/scheduler/framework/podInfo.ts'
import { planFilters } from '../../sim/scheduler/framework/runFilters.ts'
import { scoresOf } from '../../sim/scheduler/framework/runScores.ts'
import { plainSnapshot } from '../../sim/scheduler/framework/snapshot.ts'
import { type Status, success } from '../../sim/scheduler/framework/status.ts'

type Fields = Readonly<Record<string, unknown>>

/** An object with parts left out. */
export interface Shape {
  readonly metadata?: Fields
  readonly spec?: Fields
  readonly status?: Fields
}

export interface ClusterShape {
  readonly pod: Shape
  readonly nodes: readonly Shape[]
  readonly existingPods?: readonly Shape[]
  /** Nodes that are there, but are not to be scored. */
  readonly nodesFilteredOut?: readonly Shape[]
}

export function podOf({ metadata, spec, status }: Shape, uid: string): Pod {
  return {
    metadata: { name: uid, uid, ...metadata },
    spec: { containers: [], ...spec },
    status: { ...status },
  } as unknown as Pod
}

export function nodeOf({ metadata, spec, status }: Shape): Node {
  return { metadata: { ...metadata }, spec: { ...spec }, status: { ...status } } as unknown as Node
}

export function cycleOf({ pod, nodes, existingPods = [], nodesFilteredOut = [] }: ClusterShape): Cycle {
  const incoming = podOf(pod, 'incoming')
  const existing = existingPods.map((one, i) => podOf(one, `existing-${i}`))
  const infos = [...nodes, ...nodesFilteredOut].map((shape) => {
    const node = nodeOf(shape)
    return new NodeInfo(
      node,
      existing.filter(({ spec }) => spec.nodeName === node.metadata.name),
    )
  })
  return {
    pod: incoming,
    shape: podShape(incoming.spec),
    snapshot: plainSnapshot(infos),
  }
}

/** What one plugin answers about each node. */
export function filterBy(plugin: Plugin, cycle: Cycle): Status[] {
  const { check } = planFilters(cycle, [plugin])
  return cycle.snapshot.nodes.map((node) => check(node)?.status ?? success)
}

/** Normalised scores of one plugin, by node; nodes that it skips get nothing. */
export function scoreBy(plugin: Plugin, shape: ClusterShape): Readonly<Record<string, number>> {
  const cycle = cycleOf(shape)
  const feasible = cycle.snapshot.nodes.slice(0, shape.nodes.length)
  const scores = scoresOf(plugin, cycle, feasible) ?? feasible.map(() => 0)
  return Object.fromEntries(feasible.map((node, i) => [node.name, scores[i] as number]))
}
