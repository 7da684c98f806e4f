/** Metrics of pods, from readings to a proposal: the way of the real calculator, with its errors in its order. */
import type { Pod } from '../../api/types/index.ts'
import { averageMeasure, utilizationMeasure } from './measure.ts'
import { groupPods, type PodGroups, type Readings, type Timing } from './podGroups.ts'
import { type Proposal, proposeForPods } from './proposal.ts'
import { type Measured, requestsOf } from './requests.ts'
import type { Tolerances } from './tolerance.ts'
import { Unmeasurable } from './unmeasurable.ts'

export interface Workload {
  /** What its scale asks for now. */
  readonly current: number
  readonly pods: readonly Pod[]
  readonly tolerances: Tolerances
  readonly timing: Timing
}

export interface PodsProposal extends Proposal {
  readonly groups: PodGroups
}

export function proposeForUtilization(
  workload: Workload,
  readings: Readings,
  measured: Measured,
  targetPercent: number,
): PodsProposal {
  const groups = grouped(workload, readings, measured.resource)
  // Without any reading that counts, nobody asks for requests.
  const requests = hasReading(groups, readings) ? requestsOf(workload.pods, measured) : new Map()
  const measure = utilizationMeasure(requests, targetPercent)
  return { groups, ...proposeForPods({ ...workload, groups, readings }, measure) }
}

/** `resource`: "cpu"; empty for a metric that is none of a container. */
export function proposeForAverage(
  workload: Workload,
  readings: Readings,
  resource: string,
  targetMilli: number,
): PodsProposal {
  const groups = grouped(workload, readings, resource)
  return { groups, ...proposeForPods({ ...workload, groups, readings }, averageMeasure(targetMilli)) }
}

function grouped({ pods, timing }: Workload, readings: Readings, resource: string): PodGroups {
  if (pods.length === 0)
    throw new Unmeasurable('no pods returned by selector while calculating replica count')
  return groupPods(pods, readings, resource === 'cpu', timing)
}

function hasReading({ unready, ignored }: PodGroups, readings: Readings): boolean {
  const uncounted = new Set([...unready, ...ignored])
  for (const pod of readings.keys()) if (!uncounted.has(pod)) return true
  return false
}
