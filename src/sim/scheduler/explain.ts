/** A decision made again, node by node and plugin by plugin: what `sim why pod/NAME` shows. */
import type { Pod } from '../api/types/index.ts'
import type { NodeInfo } from './framework/nodeInfo.ts'
import type { Cycle } from './framework/plugin.ts'
import { type Decision, schedulePod, type TieKeys } from './framework/schedulePod.ts'

export interface PluginScore {
  readonly plugin: string
  /** Weighted. */
  readonly score: number
}

export interface NodeRow {
  readonly node: string
  /** Where a filter refused the node. */
  readonly refusal: { readonly plugin: string; readonly reasons: readonly string[] } | undefined
  /** Where it was scored. Plugins that skip the pod are absent. */
  readonly scores: readonly PluginScore[]
  readonly total: number | undefined
  readonly chosen: boolean
}

export interface Explanation {
  readonly pod: Pod
  readonly chosen: string | undefined
  /** In the order of the node list. Nodes that were not looked at are left out. */
  readonly rows: readonly NodeRow[]
  /** Nodes that nobody looked at, because enough others fitted. */
  readonly notVisited: number
  /** Why the pod was refused before any node was looked at. */
  readonly rejection: string | undefined
}

export function explain(cycle: Cycle, start: number, keys: TieKeys): Explanation {
  const decision = schedulePod(cycle, start, keys)
  const { feasible, refusals } = decision.filtering
  const rows = cycle.snapshot.nodes.flatMap((node) => rowOf(node, decision) ?? [])
  const notVisited = cycle.snapshot.nodes.length - feasible.length - refusals.size
  const rejection = decision.filtering.rejection?.status.reasons.join(', ')
  return { pod: cycle.pod, chosen: decision.chosen, rows, notVisited, rejection }
}

function rowOf({ name }: NodeInfo, { chosen, filtering, scoring }: Decision): NodeRow | undefined {
  const refused = filtering.refusals.get(name)
  const at = filtering.feasible.findIndex((node) => node.name === name)
  if (refused === undefined && at < 0) return undefined
  const scored = at < 0 ? undefined : scoring
  return {
    node: name,
    refusal: refused && { plugin: refused.plugin, reasons: refused.status.reasons },
    scores: (scored?.byPlugin ?? []).map(({ plugin, scores }) => ({ plugin, score: scores[at] as number })),
    total: scored?.totals[at],
    chosen: name === chosen,
  }
}

/** As a table: a line a node, a column a plugin. */
export function explanationLines(explanation: Explanation): readonly string[] {
  const { pod, rows, chosen, notVisited, rejection } = explanation
  const plugins = [...new Set(rows.flatMap(({ scores }) => scores.map(({ plugin }) => plugin)))]
  const table = [
    ['NODE', ...plugins, 'TOTAL', 'RESULT'],
    ...rows.map((row) => [
      row.node,
      ...plugins.map((plugin) => String(row.scores.find((one) => one.plugin === plugin)?.score ?? '-')),
      row.total === undefined ? '-' : String(row.total),
      resultOf(row),
    ]),
  ]
  const { namespace, name } = pod.metadata
  const head = chosen === undefined ? 'fits on no node' : `was given ${chosen}`
  if (rejection !== undefined) return [`pod ${namespace}/${name} ${head}: ${rejection}`]
  const rest = notVisited > 0 ? [`${notVisited} more nodes were not looked at: enough others fitted.`] : []
  return [`pod ${namespace}/${name} ${head}`, ...aligned(table), ...rest]
}

function resultOf({ refusal, chosen, total }: NodeRow): string {
  if (refusal !== undefined) return `${refusal.plugin}: ${refusal.reasons.join(', ')}`
  if (chosen) return total === undefined ? 'chosen (the only one)' : 'chosen'
  return ''
}

/** Columns padded to their widest cell, three spaces apart. */
function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((row) => (row[i] as string).length)))
  return table.map((row) =>
    row
      .map((cell, i) => cell.padEnd((widths[i] as number) + 3))
      .join('')
      .trimEnd(),
  )
}
