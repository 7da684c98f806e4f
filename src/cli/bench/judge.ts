/** Whether a figure is as it should be: the same in every run, as good as the baseline, and as good as its target. */
import type { FigurePlan } from './case.ts'
import type { Spread, Value } from './spread.ts'

export interface Finding {
  readonly text: string
  /** A finding that does not fail is told. */
  readonly fails: boolean
}

/** Measures of two runs, of which one is more than this many times the other, come from code of two kinds. */
const steadyWithin = 2

/** A ratio may be worse than the baseline by this share: caches and collectors differ from run to run. */
const ratioSlack = 0.3

export function judge(plan: FigurePlan, spread: Spread, baseline: Value | undefined): readonly Finding[] {
  if (plan.kind === 'counter') return [...differing(spread, baseline), ...targetMissed(plan, spread)]
  return [...unsteady(plan, spread), ...worse(plan, spread, baseline), ...targetMissed(plan, spread)]
}

function differing({ min, max }: Spread, baseline: Value | undefined): Finding[] {
  if (min !== max) return [{ text: 'differs from run to run', fails: true }]
  if (baseline !== undefined && baseline !== min) return [{ text: 'is not the baseline', fails: true }]
  return []
}

function unsteady({ steady = false }: FigurePlan, { min, max }: Spread): Finding[] {
  const times = Number(max) / Number(min)
  if (!steady || times <= steadyWithin) return []
  return [{ text: `is ${times.toFixed(1)} times as much in one run as in another`, fails: true }]
}

/** Measures are compared, too, but another machine or a busy one is no mistake. */
function worse({ kind, better }: FigurePlan, { median }: Spread, baseline: Value | undefined): Finding[] {
  if (baseline === undefined || better === undefined || Number(baseline) === 0) return []
  const share = Number(median) / Number(baseline)
  const isWorse = better === 'higher' ? share < 1 - ratioSlack : share > 1 + ratioSlack
  return isWorse ? [{ text: `is ${share.toFixed(2)} times the baseline`, fails: kind === 'ratio' }] : []
}

function targetMissed({ kind, target, better }: FigurePlan, { median }: Spread): Finding[] {
  if (target === undefined) return []
  const isMissed = better === 'higher' ? Number(median) < target : Number(median) > target
  return isMissed ? [{ text: `misses its target, ${target}`, fails: kind !== 'measure' }] : []
}
