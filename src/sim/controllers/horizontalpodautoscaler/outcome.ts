/** Why a look ended as it did: the last thing that made its size what it is. */
import type { MetricFinding, Outcome } from './decision.ts'
import type { Normalized } from './normalize.ts'

/** `recommended`: the most that a metric asked for. */
export function outcomeOf(
  current: number,
  recommended: number,
  { replicas, stabilized, bounded }: Normalized,
  metrics: readonly MetricFinding[],
): Outcome {
  if (replicas > current) return 'scaled-up'
  if (replicas < current) return 'scaled-down'
  if (recommended === current)
    return metrics.some(({ kept }) => kept !== undefined) ? 'tolerated' : 'matching'
  const wentUp = recommended > current
  const isHeld = wentUp ? stabilized.replicas <= current : stabilized.replicas >= current
  if (isHeld) return 'stabilized'
  if (bounded.reason === 'TooManyReplicas') return 'at-max'
  return bounded.reason === 'TooFewReplicas' ? 'at-min' : 'limited'
}
