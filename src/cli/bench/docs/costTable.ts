/** The table of costs in docs/performance.md: medians of several runs. */
import type { Cost } from './costs.ts'
import { markdownTable, thousands } from './markdown.ts'

const columns: readonly (readonly [head: string, cell: (cost: Cost) => string])[] = [
  ['pods', ({ pods }) => thousands(pods)],
  ['CPU a pod', (cost) => `${cost.of('podMicros').median.toFixed(0)} µs`],
  ['memory a pod', (cost) => `${thousands(cost.of('podBytes').median)} B`],
  ['an hour later', (cost) => `${thousands(cost.of('restedPodBytes').median)} B`],
  ['ledger a pod', (cost) => `${thousands(cost.of('ledgerBytes').median)} B`],
  ['a tick of bring-up', (cost) => `${(cost.of('busyTickMicros').median / 1000).toFixed(1)} ms`],
  ['a tick of churn', (cost) => `${(cost.of('churnTickMicros').median / 1000).toFixed(2)} ms`],
  ['an idle tick', (cost) => `${(1000 * cost.of('idleTickMicros').median).toFixed(0)} ns`],
]

export function costTable(costs: readonly Cost[]): string {
  const [{ machine } = { machine: '' }] = costs
  const runs = costs.map((cost) => cost.runs)
  const [least, most] = [Math.min(...runs), Math.max(...runs)]
  const rows = costs.map((cost) => columns.map(([, cell]) => cell(cost)))
  const table = markdownTable(
    columns.map(([head]) => head),
    rows,
  )
  return `${table}\n\nMedians of ${least === most ? least : `${least} to ${most}`} runs; ${machine}.`
}
