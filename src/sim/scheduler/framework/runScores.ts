/** How good each feasible node is (pkg/scheduler/schedule_one.go, prioritizeNodes, v1.36). */
import type { NodeInfo } from './nodeInfo.ts'
import type { Cycle, Plugin } from './plugin.ts'
import { plugins } from './registry.ts'

export interface PluginScores {
  readonly plugin: string
  /** Weighted, one for each feasible node. */
  readonly scores: readonly number[]
}

export interface Scoring {
  /** Plugins that had something to say, in order. */
  readonly byPlugin: readonly PluginScores[]
  /** The sum over plugins, one for each feasible node. */
  readonly totals: readonly number[]
}

export function runScores(cycle: Cycle, feasible: readonly NodeInfo[]): Scoring {
  const byPlugin: PluginScores[] = []
  const totals: number[] = feasible.map(() => 0)
  for (const plugin of plugins) {
    const scores = scoresOf(plugin, cycle, feasible)
    if (scores === undefined) continue
    const weighted = scores.map((score) => score * plugin.weight)
    byPlugin.push({ plugin: plugin.name, scores: weighted })
    for (let i = 0; i < totals.length; i++) totals[i] = (totals[i] as number) + (weighted[i] as number)
  }
  return { byPlugin, totals }
}

/** Normalised, without the weight; undefined where the plugin skips the pod. */
export function scoresOf(
  plugin: Plugin,
  cycle: Cycle,
  feasible: readonly NodeInfo[],
): readonly number[] | undefined {
  const score = plugin.preScore?.(cycle, feasible)
  if (score === undefined) return undefined
  const scores = feasible.map(score)
  plugin.normalize?.(scores, feasible, cycle)
  return scores
}
