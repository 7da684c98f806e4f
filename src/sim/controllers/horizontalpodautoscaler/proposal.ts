/**
 * How many pods one metric asks for (replica_calculator.go, Kubernetes v1.36). Pods about which nothing is known are
 * taken to speak against a change: before growing they count as idle, before shrinking as busy.
 */
import type { Measure, Measurement, Values } from './measure.ts'
import type { PodGroups, Readings } from './podGroups.ts'
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

export interface Situation {
  readonly current: number
  readonly groups: PodGroups
  readonly readings: Readings
  readonly tolerances: Tolerances
}

export function proposeForPods(situation: Situation, measure: Measure): Proposal {
  const { current, groups, tolerances } = situation
  const values = countingValues(situation)
  if (values.size === 0)
    throw new Unmeasurable('did not receive metrics for targeted pods (pods might be unready)')
  const measured = measure.of(values)
  const { ratio } = measured
  const growsWithUnready = groups.unready.length > 0 && ratio > 1
  if (!growsWithUnready && groups.missing.length === 0) {
    const counted = groups.ready
    if (isTolerated(ratio, tolerances)) return { ...measured, counted, replicas: current, kept: 'tolerated' }
    return { ...measured, counted, replicas: Math.ceil(ratio * counted) }
  }
  const filled = withUnknown(values, groups, measure, ratio)
  const adjustedRatio = measure.of(filled).ratio
  const adjusted = { ...measured, adjustedRatio, counted: filled.size }
  if (isTolerated(adjustedRatio, tolerances)) return { ...adjusted, replicas: current, kept: 'tolerated' }
  const replicas = Math.ceil(adjustedRatio * filled.size)
  return turnsRound(ratio, adjustedRatio, replicas, current)
    ? { ...adjusted, replicas: current, kept: 'turned' }
    : { ...adjusted, replicas }
}

function countingValues({ groups, readings }: Situation): Map<string, number> {
  const values = new Map<string, number>()
  readings.forEach(({ valueMilli }, pod) => {
    values.set(pod, valueMilli)
  })
  for (const pod of [...groups.ignored, ...groups.unready]) values.delete(pod)
  return values
}

function withUnknown(values: Values, groups: PodGroups, measure: Measure, ratio: number): Values {
  const filled = new Map(values)
  if (ratio !== 1) for (const pod of groups.missing) filled.set(pod, ratio < 1 ? measure.whenMissing(pod) : 0)
  if (ratio > 1) for (const pod of groups.unready) filled.set(pod, 0)
  return filled
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
