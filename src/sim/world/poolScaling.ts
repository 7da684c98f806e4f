/** The cluster autoscaler of a world, as it explains itself; undefined while it is switched off. */
import { type AutoscalerView, viewOf } from '../controllers/clusterautoscaler/view.ts'
import { nodeLines, poolLines } from '../controllers/clusterautoscaler/words.ts'
import type { Simulation } from './simulation.ts'

export type { AutoscalerView }

export function autoscalerView({ engine, components, tick }: Simulation): AutoscalerView | undefined {
  const { cloud } = engine
  if (cloud?.autoscaler === undefined) return undefined
  const names = cloud.pools.map(({ name }) => name)
  return viewOf(components.autoscaler.memory, cloud.autoscaler, names, tick)
}

/** Why the node is still there, or no longer. */
export function whyNode(world: Simulation, name: string): readonly string[] {
  const view = autoscalerView(world)
  return view === undefined ? [] : nodeLines(view, name)
}

/** Why the pool has the size it has; undefined where there is no such pool. */
export function whyPool(world: Simulation, name: string): readonly string[] | undefined {
  const pool = world.engine.cloud?.pool(name)
  if (pool === undefined) return undefined
  const there = pool.machines.filter(({ cameAt }) => cameAt !== undefined).length
  const coming = pool.machines.length - there
  const view = autoscalerView(world)
  const state = pool.isBroken ? '; the cloud has no more of them at the moment' : ''
  return [
    `pool/${name} has ${there} machines, ${coming} on their way, from ${pool.min} to ${pool.max}${state}`,
    ...(view === undefined ? ['sized by hand: the autoscaler is off'] : poolLines(view, name)),
  ]
}
