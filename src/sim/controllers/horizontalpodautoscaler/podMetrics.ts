/** Metrics of pods, from what was found of them to a proposal: the way of the real calculator, with its errors in its order. */
import type { Measure } from './measure.ts'
import type { PodTally } from './podTally.ts'
import { type Proposal, proposeForPods } from './proposal.ts'
import type { Tolerances } from './tolerance.ts'
import { Unmeasurable } from './unmeasurable.ts'

export function requireMetrics({ failure, measured }: PodTally, api: 'resource' | 'custom'): void {
  if (failure !== undefined) throw new Unmeasurable(failure)
  if (measured === 0) throw new Unmeasurable(`no metrics returned from ${api} metrics API`)
}

/** Without any reading that counts, nobody asks for requests. */
export function proposeFromMetrics(
  current: number,
  tally: PodTally,
  tolerances: Tolerances,
  measure: Measure,
): Proposal {
  if (tally.selected === 0)
    throw new Unmeasurable('no pods returned by selector while calculating replica count')
  if (tally.ready.pods > 0 && tally.withoutRequest !== undefined) throw new Unmeasurable(tally.withoutRequest)
  return proposeForPods(current, tally, tolerances, measure)
}

export function requireReady({ selected, ready }: PodTally): number {
  if (selected > 0) return ready.pods
  const why = 'no pods returned by selector while calculating replica count'
  throw new Unmeasurable(`unable to calculate ready pods: ${why}`)
}
