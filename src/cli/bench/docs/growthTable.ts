/** The tables of growth in docs/performance.md, out of the baseline of the case `growth`: medians of several runs. */
import { type Baseline, valueIn } from '../baselines.ts'
import { markdownTable, thousands } from './markdown.ts'

/** `nodes500podMicros`, `changes10visitsPerWrite`: what is varied, how many of it there are, and what was counted. */
const named = /^(nodes|changes)(\d+)(\w+Micros|visitsPerWrite)$/

export function growthTables(baseline: Baseline): string {
  const { runs, machine } = baseline
  return [
    growthTable(baseline, 'nodes', ['nodes', 'CPU a pod', 'visits a write']),
    '',
    growthTable(baseline, 'changes', ['deletions a second', 'CPU a deletion', 'visits a write']),
    '',
    `Medians of ${runs} runs; ${machine}.`,
  ].join('\n')
}

function growthTable(baseline: Baseline, varied: string, head: readonly string[]): string {
  const rows = new Map<number, string[]>()
  for (const figure of Object.keys(baseline.figures)) {
    const [, what, count, counted = ''] = named.exec(figure) ?? []
    if (what !== varied) continue
    const row = rows.get(Number(count)) ?? [thousands(Number(count))]
    const value = Number(valueIn(baseline, figure))
    row[counted === 'visitsPerWrite' ? 2 : 1] =
      counted === 'visitsPerWrite' ? value.toFixed(2) : `${value.toFixed(0)} µs`
    rows.set(Number(count), row)
  }
  const ascending = [...rows].sort(([a], [b]) => a - b)
  return markdownTable(
    head,
    ascending.map(([, row]) => row),
  )
}
