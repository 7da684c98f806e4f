/** What pods and ticks cost by the size of the cluster, out of the baselines of the `cost-…` cases. */
import { type Baseline, readBaseline } from '../baselines.ts'
import { readCases } from '../case.ts'
import type { Spread } from '../spread.ts'

export interface Cost {
  readonly pods: number
  readonly machine: string
  readonly runs: number
  /** A spread in numbers. */
  of(figure: string): { readonly min: number; readonly median: number; readonly max: number }
}

/** The smallest cluster first. */
export function readCosts(cases: string, baselines: string): readonly Cost[] {
  return readCases(cases)
    .flatMap(({ name, command }) => {
      const at = command.indexOf('cost')
      const baseline = at < 0 ? undefined : readBaseline(baselines, name)
      return baseline === undefined ? [] : [costOf(Number(command[command.indexOf('--pods') + 1]), baseline)]
    })
    .sort((a, b) => a.pods - b.pods)
}

function costOf(pods: number, { machine, runs, figures }: Baseline): Cost {
  return {
    pods,
    machine,
    runs,
    of(figure) {
      const value = figures[figure]
      const spread: Spread = typeof value === 'object' ? value : asSpread(value ?? 0)
      return { min: Number(spread.min), median: Number(spread.median), max: Number(spread.max) }
    },
  }
}

function asSpread(value: number | string): Spread {
  return { min: value, median: value, max: value }
}
