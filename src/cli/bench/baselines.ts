/** Baselines: what each case came to when somebody last looked closely, committed beside it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Spread, Value } from './spread.ts'

export interface Baseline {
  /** "Node v20.19.0, linux x64, 2 cores" */
  readonly machine: string
  readonly runs: number
  readonly figures: Readonly<Record<string, BaselineFigure>>
}

/** Of a counter its value, else what several runs came to. */
export type BaselineFigure = Value | Spread

export function readBaseline(folder: string, name: string): Baseline | undefined {
  const path = join(folder, `${name}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

export function writeBaseline(folder: string, name: string, baseline: Baseline): void {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(baseline, undefined, 2)}\n`)
}

/** What a new run is compared with. */
export function valueIn(baseline: Baseline | undefined, figure: string): Value | undefined {
  const value = baseline?.figures[figure]
  return typeof value === 'object' ? value.median : value
}
