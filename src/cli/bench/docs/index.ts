/** Tells in docs/ what the baselines say: the tables of costs and of growth, and the plot. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readBaseline } from '../baselines.ts'
import { costPlot } from './costPlot.ts'
import { readCosts } from './costs.ts'
import { costTable } from './costTable.ts'
import { growthTables } from './growthTable.ts'

const page = 'docs/performance.md'
const picture = 'docs/images/cost.svg'

/** Paths with their texts as they should be. */
export function docsOf(cases: string, baselines: string): ReadonlyMap<string, string> {
  const costs = readCosts(cases, baselines)
  const growth = readBaseline(baselines, 'growth')
  const withCosts = filled(readFileSync(page, 'utf8'), 'cost', costTable(costs))
  const text = growth === undefined ? withCosts : filled(withCosts, 'growth', growthTables(growth))
  return new Map([
    [page, text],
    [picture, costPlot(costs)],
  ])
}

export function writeDocs(cases: string, baselines: string): void {
  for (const [path, text] of docsOf(cases, baselines)) writeFileSync(path, text)
}

/** The page with other words in the place of this name. */
function filled(text: string, name: string, words: string): string {
  const begin = `<!-- ${name}: written by npm run bench -- --docs -->\n`
  const [from, to] = [text.indexOf(begin), text.indexOf(`\n<!-- /${name} -->`)]
  if (from < 0 || to < from) throw new Error(`${page} has no place for ${name}`)
  return text.slice(0, from + begin.length) + words + text.slice(to)
}
