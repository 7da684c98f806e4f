/** What the metrics of an autoscaler want to know of each of its pods. */
import { isPodReady } from '../../api/podReadiness.ts'
import { toMilli } from '../../api/quantity.ts'
import type { MetricSpec, MetricTarget, Pod } from '../../api/types/index.ts'
import { averageMeasure, type Measure, utilizationMeasure } from './measure.ts'
import { customReader, type MetricsClient, type PodReader, resourceReader } from './metricsClient.ts'
import { groupOf, type Timing } from './podGroups.ts'
import { add, type PodTally } from './podTally.ts'
import { type Measured, requestReader } from './requests.ts'
import { Unmeasurable } from './unmeasurable.ts'

/** Adds one pod to what was found of those before it. */
export type PodQuestion = (pod: Pod, tally: PodTally) => void

/** Undefined: the metric is none of pods, nor does it ask how many are ready. */
export function questionOf(
  metric: MetricSpec,
  client: MetricsClient,
  timing: Timing,
): PodQuestion | undefined {
  const { resource, containerResource, pods, object, external } = metric
  if (resource !== undefined)
    return usageQuestion({ resource: resource.name }, resource.target, client, timing)
  if (containerResource !== undefined) {
    const { name, container, target } = containerResource
    return usageQuestion({ resource: name, container }, target, client, timing)
  }
  if (pods !== undefined) {
    const read = customReader(client, pods.metric.name)
    return metricQuestion(read, () => 0, measureOf(pods.target), false, timing)
  }
  const isWhole =
    object === undefined ? external?.target.averageValue === undefined : object.target.type !== 'AverageValue'
  return isWhole ? countReady : undefined
}

export function measureOf({ averageValue, averageUtilization }: MetricTarget): Measure {
  return averageValue === undefined && averageUtilization !== undefined
    ? utilizationMeasure(averageUtilization)
    : averageMeasure(toMilli(averageValue ?? '0'))
}

function usageQuestion(
  measured: Measured,
  target: MetricTarget,
  client: MetricsClient,
  timing: Timing,
): PodQuestion {
  // Requests are asked for only where the target is a part of them.
  const request = target.averageValue === undefined ? requestReader(measured) : () => 0
  const read = resourceReader(client, measured)
  return metricQuestion(read, request, measureOf(target), measured.resource === 'cpu', timing)
}

export function metricQuestion(
  read: PodReader,
  request: (pod: Pod) => number,
  measure: Measure,
  isCpu: boolean,
  timing: Timing,
): PodQuestion {
  return (pod, tally) => {
    const reading = read(pod)
    tally.selected++
    if (reading !== undefined) tally.measured++
    const requested = requestOrComplaint(pod, request, tally)
    const group = groupOf(pod, reading, isCpu, timing)
    if (group === 'ignored') tally.ignored++
    else if (group === 'missing') add(tally.missing, measure.whenMissing(requested), requested)
    else add(tally[group], reading?.valueMilli ?? 0, requested)
  }
}

function requestOrComplaint(pod: Pod, request: (pod: Pod) => number, tally: PodTally): number {
  if (tally.withoutRequest !== undefined) return 0
  try {
    return request(pod)
  } catch (error) {
    if (!(error instanceof Unmeasurable)) throw error
    tally.withoutRequest = error.message
    return 0
  }
}

function countReady(pod: Pod, tally: PodTally): void {
  tally.selected++
  if (pod.status.phase === 'Running' && isPodReady(pod)) add(tally.ready, 0, 0)
}
