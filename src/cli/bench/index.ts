/** `npm run bench`: which cases, how often, and what is made of their figures. */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type BaselineFigure, readBaseline, valueIn, writeBaseline } from './baselines.ts'
import { type BenchCase, type FigurePlan, readCases } from './case.ts'
import { writeDocs } from './docs/index.ts'
import { judge } from './judge.ts'
import { type Outcome, runCase, runsOf } from './runCase.ts'
import type { Spread } from './spread.ts'
import { figureLines, tableHead } from './table.ts'

export const casesFolder = 'bench/cases'
export const baselinesFolder = 'bench/baselines'

const usage = `Usage: npm run bench [-- [CASE…] [--runs N] [--write] [--list] | --docs]

Runs the cases of ${casesFolder}, each in fresh processes, and compares them with ${baselinesFolder}.

  --runs N   processes for each case, instead of its own number
  --write    keep what comes out as the baseline
  --list     only say which cases there are
  --docs     run nothing: write the table and the plot of docs/ out of the baselines
`

type Print = (text: string) => void

/** 0: all is as it should be; 1: some figure is not; 2: bad options. */
export function runBench(args: readonly string[], print: Print): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      write: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      docs: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.docs) {
    writeDocs(casesFolder, baselinesFolder)
    return 0
  }
  const all = readCases(casesFolder)
  const unknown = positionals.filter((name) => !all.some((one) => one.name === name))
  if (values.help || unknown.length > 0) {
    print(unknown.length > 0 ? `There is no case ${unknown.join(', ')}.\n` : usage)
    return values.help ? 0 : 2
  }
  const chosen = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  if (values.list) {
    for (const { name, what } of chosen) print(`${name.padEnd(14)} ${what}\n`)
    return 0
  }
  const failed = chosen.filter((one) => {
    const runs = values.runs === undefined ? runsOf(one) : Number(values.runs)
    return !passes(one, runs, values.write, print)
  })
  print(`\n${chosen.length - failed.length} cases as they should be, ${failed.length} not\n`)
  return failed.length === 0 ? 0 : 1
}

function passes(one: BenchCase, runs: number, keep: boolean, print: Print): boolean {
  print(`\n${one.name}: ${one.what}\n`)
  const outcome = runCase(one, runs, (run) => print(run === 1 ? `  ${runs} runs …\n` : ''))
  const baseline = keep ? undefined : readBaseline(baselinesFolder, one.name)
  let fails = false
  print(`${tableHead}\n`)
  for (const [name, spread] of outcome) {
    const plan = one.figures[name] as FigurePlan
    const before = valueIn(baseline, name)
    const findings = judge(plan, spread, before)
    fails ||= findings.some((finding) => finding.fails)
    for (const line of figureLines(name, plan, spread, before, findings)) print(`${line}\n`)
  }
  if (keep) writeBaseline(baselinesFolder, one.name, { machine, runs, figures: keptOf(one, outcome) })
  return !fails
}

const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`

function keptOf({ figures }: BenchCase, outcome: Outcome): Record<string, BaselineFigure> {
  const kept = (name: string, spread: Spread): BaselineFigure =>
    figures[name]?.kind === 'counter' ? spread.median : rounded(spread)
  return Object.fromEntries([...outcome].map(([name, spread]) => [name, kept(name, spread)]))
}

function rounded({ min, median, max }: Spread): Spread {
  const round = (value: Spread['min']) => (typeof value === 'string' ? value : Number(value.toPrecision(4)))
  return { min: round(min), median: round(median), max: round(max) }
}
