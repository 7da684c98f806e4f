/** Tells in docs/ what the baselines say: the table of costs and its plot. */
import { readFileSync, writeFileSync } from 'node:fs'
import { costPlot } from './costPlot.ts'
import { readCosts } from './costs.ts'
import { costTable } from './costTable.ts'

const page = 'docs/performance.md'
const picture = 'docs/images/cost.svg'
const begin = '<!-- cost: written by npm run bench -- --docs -->\n'
const end = '\n<!-- /cost -->'

/** Paths with their texts as they should be. */
export function docsOf(cases: string, baselines: string): ReadonlyMap<string, string> {
  const costs = readCosts(cases, baselines)
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${page} has no place for the table of costs`)
  return new Map([
    [page, text.slice(0, from + begin.length) + costTable(costs) + text.slice(to)],
    [picture, costPlot(costs)],
  ])
}

export function writeDocs(cases: string, baselines: string): void {
  for (const [path, text] of docsOf(cases, baselines)) writeFileSync(path, text)
}
