/**
 * How many pods one metric asks for (replica_calculator.go, Kubernetes v1.36). Pods about which nothing is known are
 * taken to speak against a change: before growing they count as idle, before shrinking as busy.
 */
import type { Measure, Measurement } from './measure.ts'
import { idle, type PodTally, type Sum, together } from './podTally.ts'
import { isTolerated, type Tolerances } from './tolerance.ts'
import { Unmeasurable } from './unmeasurable.ts'

/** Why a metric asks for no change. */
export type Kept =
  /** Close enough to the target. */
  | 'tolerated'
  /** With the unknown pods counted, it would go the other way. */
  | 'turned'

export interface Proposal extends Measurement {
  readonly replicas: number
  /** The ratio with unready and missing pods counted; absent: none had to be. */
  readonly adjustedRatio?: number
  /** How many pods the ratio was applied to. */
  readonly counted: number
  readonly kept?: Kept
}

/** `tally`: what was found of the pods; `current`: what the scale asks for now. */
export function proposeForPods(
  current: number,
  tally: PodTally,
  tolerances: Tolerances,
  measure: Measure,
): Proposal {
  const { ready, unready, missing } = tally
  if (ready.pods === 0)
    throw new Unmeasurable('did not receive metrics for targeted pods (pods might be unready)')
  const measured = measure.of(ready)
  const { ratio } = measured
  const growsWithUnready = unready.pods > 0 && ratio > 1
  if (!growsWithUnready && missing.pods === 0) {
    const counted = ready.pods
    if (isTolerated(ratio, tolerances)) return { ...measured, counted, replicas: current, kept: 'tolerated' }
    return { ...measured, counted, replicas: Math.ceil(ratio * counted) }
  }
  const filled = withUnknown(tally, ratio)
  const adjustedRatio = measure.of(filled).ratio
  const adjusted = { ...measured, adjustedRatio, counted: filled.pods }
  if (isTolerated(adjustedRatio, tolerances)) return { ...adjusted, replicas: current, kept: 'tolerated' }
  const replicas = Math.ceil(adjustedRatio * filled.pods)
  return turnsRound(ratio, adjustedRatio, replicas, current)
    ? { ...adjusted, replicas: current, kept: 'turned' }
    : { ...adjusted, replicas }
}

function withUnknown({ ready, unready, missing }: PodTally, ratio: number): Sum {
  if (ratio < 1) return together(ready, missing)
  return ratio > 1 ? together(together(ready, idle(missing)), idle(unready)) : ready
}

function turnsRound(ratio: number, adjusted: number, replicas: number, current: number): boolean {
  if ((ratio < 1 && adjusted > 1) || (ratio > 1 && adjusted < 1)) return true
  return (adjusted < 1 && replicas > current) || (adjusted > 1 && replicas < current)
}

/** One value for all: of an object, or from outside. `readyPods` is asked for only where it matters. */
export function proposeForValue(
  current: number,
  valueMilli: number,
  targetMilli: number,
  tolerances: Tolerances,
  readyPods: () => number,
): Proposal {
  const ratio = valueMilli / targetMilli
  const measured = { ratio, averageMilli: valueMilli }
  if (current === 0) return { ...measured, counted: 1, replicas: Math.ceil(ratio) }
  if (isTolerated(ratio, tolerances))
    return { ...measured, counted: current, replicas: current, kept: 'tolerated' }
  const counted = readyPods()
  return { ...measured, counted, replicas: Math.ceil(ratio * counted) }
}

/** One value, shared by the pods there are. */
export function proposeForShare(
  pods: number,
  valueMilli: number,
  targetMilli: number,
  tolerances: Tolerances,
): Proposal {
  const ratio = valueMilli / (targetMilli * pods)
  const averageMilli = pods === 0 ? 0 : Math.ceil(valueMilli / pods)
  const measured = { ratio, averageMilli, counted: pods }
  if (isTolerated(ratio, tolerances)) return { ...measured, replicas: pods, kept: 'tolerated' }
  return { ...measured, replicas: Math.ceil(valueMilli / targetMilli) }
}
