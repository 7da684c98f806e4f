/** One case, run several times, each in a process that has run nothing before. */
import { execFileSync } from 'node:child_process'
import type { BenchCase } from './case.ts'
import { type Spread, spreadOf, type Value } from './spread.ts'

/** Figures of the runs, by name. */
export type Outcome = ReadonlyMap<string, Spread>

const usualRuns = 5
const longestSeconds = 3600

export function runsOf({ runs = usualRuns }: BenchCase): number {
  return runs
}

/** `told`: called before each run. */
export function runCase(one: BenchCase, runs: number, told: (run: number) => void): Outcome {
  const found = new Map<string, Value[]>(Object.keys(one.figures).map((name) => [name, []]))
  for (let run = 1; run <= runs; run++) {
    told(run)
    const figures = runOnce(one)
    for (const [name, values] of found) {
      const value = figures[name]
      if (value === undefined) throw new Error(`${one.name} tells no ${name}`)
      values.push(value)
    }
  }
  return new Map([...found].map(([name, values]) => [name, spreadOf(values)]))
}

function runOnce({ name, command }: BenchCase): Readonly<Record<string, Value>> {
  const options = { encoding: 'utf8', timeout: 1000 * longestSeconds } as const
  const printed = execFileSync(process.execPath, [...process.execArgv, ...command], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = printed.trim().split('\n').at(-1) ?? ''
  if (!line.startsWith('{')) throw new Error(`${name} prints no figures, but: ${line}`)
  return JSON.parse(line)
}
