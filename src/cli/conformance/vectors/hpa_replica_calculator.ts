import type { Pod } from '../../../sim/api/types/index.ts'
import type { PodMetrics } from '../../../sim/apiserver/metricsApi.ts'
import {
  averageMeasure,
  type Measure,
  utilizationMeasure,
} from '../../../sim/controllers/horizontalpodautoscaler/measure.ts'
import type { Reading, Timing } from '../../../sim/controllers/horizontalpodautoscaler/podGroups.ts'
import {
  proposeFromMetrics,
  requireMetrics,
} from '../../../sim/controllers/horizontalpodautoscaler/podMetrics.ts'
import { metricQuestion } from '../../../sim/controllers/horizontalpodautoscaler/podQuestions.ts'
import { emptyTally, type PodTally } from '../../../sim/controllers/horizontalpodautoscaler/podTally.ts'
import {
  type Proposal,
  proposeForShare,
  proposeForValue,
} from '../../../sim/controllers/horizontalpodautoscaler/proposal.ts'
import { resourceReading } from '../../../sim/controllers/horizontalpodautoscaler/readings.ts'
import { type Measured, requestReader } from '../../../sim/controllers/horizontalpodautoscaler/requests.ts'
import type { Tolerances } from '../../../sim/controllers/horizontalpodautoscaler/tolerance.ts'
import { Unmeasurable, within } from '../../../sim/controllers/horizontalpodautoscaler/unmeasurable.ts'
import { compare } from '../difference.ts'
import { now, timeAgo } from '../shapes.ts'
import type { Verdict } from '../vectors.ts'

interface PodRow {
  readonly name: string
  readonly phase: string
  readonly ready: string
  /** null: Go's zero time. */
  readonly startedSecondsAgo: number | null
  readonly deleting: boolean
  readonly containerRequests?: readonly string[]
}

// biome-ignore lint/suspicious/noExplicitAny: the fields of a metric depend on its type.
type Metric = any

interface Case {
  readonly input: {
    readonly currentReplicas: number
    readonly tolerance: number
    readonly cpuInitializationPeriodSeconds: number
    readonly initialReadinessDelaySeconds: number
    readonly pods: readonly PodRow[]
    readonly metric: Metric
  }
  readonly expected: {
    readonly replicas?: number
    readonly utilizationPercent?: number
    readonly rawAverageMilli?: number
    readonly valueMilli?: number
    readonly errorContains?: string
  }
}

const zeroTime = '0001-01-01T00:00:00Z'
/** Of every reading: its time is the zero time. */
const past = { takenAt: Number.NEGATIVE_INFINITY, windowSeconds: 60 }

export default function run({ input, expected }: Case): Verdict {
  try {
    const proposal = propose(input)
    const { replicas, utilization: utilizationPercent, averageMilli } = proposal
    const usage =
      expected.valueMilli === undefined
        ? { utilizationPercent, rawAverageMilli: averageMilli }
        : { valueMilli: averageMilli }
    return compare({ replicas, ...usage }, expected)
  } catch (error) {
    if (!(error instanceof Unmeasurable)) throw error
    return isExpected(error.message, expected.errorContains) || `got ${error.message}`
  }
}

/** One text has changed since the cases were written. */
function isExpected(message: string, wanted = 'no error'): boolean {
  const text = wanted.replace('for any ready pods', 'for targeted pods (pods might be unready)')
  return message.includes(text)
}

interface Workload {
  readonly current: number
  readonly pods: readonly Pod[]
  readonly tolerances: Tolerances
  readonly timing: Timing
}

function propose({ currentReplicas: current, pods, metric, tolerance, ...times }: Case['input']): Proposal {
  const workload: Workload = {
    current,
    pods: pods.map(podOf),
    tolerances: { up: tolerance, down: tolerance },
    timing: {
      nowSeconds: now,
      cpuInitializationSeconds: times.cpuInitializationPeriodSeconds,
      initialReadinessSeconds: times.initialReadinessDelaySeconds,
    },
  }
  const { tolerances } = workload
  const sum = () => metric.valuesMilli.reduce((total: number, one: number) => total + one, 0)
  switch (metric.type) {
    case 'Resource':
    case 'ContainerResource':
      return proposeForResource(workload, metric)
    case 'Pods':
      return proposeForReadings(workload, customReadings(metric), averageMeasure(metric.targetValueMilli))
    case 'Object':
    case 'External':
      return proposeForValue(current, sum(), metric.targetValueMilli, tolerances, () => readyPods(pods))
    default:
      return proposeForShare(current, sum(), metric.targetAverageValueMilli, tolerances)
  }
}

function proposeForResource(workload: Workload, metric: Metric): Proposal {
  const { resource, container, targetAverageUtilization, usageMilliPerContainer } = metric
  const measured = { resource, container }
  const readings = within(`unable to get metrics for resource ${resource}`, () =>
    usageMilliPerContainer
      .map(metricsOf)
      .map((pod: PodMetrics) => [pod.name, { ...resourceReading(pod, measured), ...past }] as const),
  )
  const measure = utilizationMeasure(targetAverageUtilization)
  return proposeForReadings(workload, new Map(readings), measure, measured)
}

/** `measured`: what of the pods' requests the readings are compared with; absent: nothing. */
function proposeForReadings(
  { current, pods, tolerances, timing }: Workload,
  readings: ReadonlyMap<string, Reading>,
  measure: Measure,
  measured?: Measured,
): Proposal {
  const read = ({ metadata }: Pod) => readings.get(metadata.name)
  const request = measured === undefined ? () => 0 : requestReader(measured)
  const question = metricQuestion(read, request, measure, measured?.resource === 'cpu', timing)
  const tally = emptyTally()
  for (const pod of pods) question(pod, tally)
  addUnknown(tally, readings.size - tally.measured)
  within(`unable to get metrics for resource ${measured?.resource}`, () => requireMetrics(tally, 'resource'))
  return proposeFromMetrics(current, tally, tolerances, measure)
}

/** The real API answers by labels, also of pods that the controller has never heard of: beside others they don't count. */
function addUnknown(tally: PodTally, pods: number): void {
  tally.measured += pods
  if (tally.ready.pods === 0) tally.ready.pods = pods
}

function metricsOf({ pod, containers }: { pod: string; containers: readonly number[] }): PodMetrics {
  return {
    namespace: 'test-namespace',
    name: pod,
    timestamp: 0,
    window: 0,
    containers: containers.map((milli, i) => ({
      name: `container${i + 1}`,
      cpuNanos: milli * 1_000_000,
      memoryBytes: milli / 1000,
    })),
  }
}

/** Values belong to the pods in their order. */
function customReadings({ valuesMilli }: { valuesMilli: readonly number[] }) {
  return new Map(valuesMilli.map((valueMilli, i) => [`test-pod-${i}`, { valueMilli, ...past }]))
}

function readyPods(pods: readonly PodRow[]): number {
  return pods.filter(({ phase, ready }) => phase === 'Running' && ready === 'True').length
}

function podOf({ name, phase, ready, startedSecondsAgo, deleting, containerRequests }: PodRow): Pod {
  const deletion = deleting ? { deletionTimestamp: timeAgo(0) } : {}
  const containers = (containerRequests ?? ['', '']).map((cpu, i) => ({
    name: `container${i + 1}`,
    ...(cpu === '' ? {} : { resources: { requests: { cpu, memory: cpu } } }),
  }))
  const status = {
    phase,
    startTime: startedSecondsAgo === null ? zeroTime : timeAgo(startedSecondsAgo),
    conditions: [{ type: 'Ready', status: ready }],
  }
  const metadata = { name, namespace: 'test-namespace', ...deletion }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers }, status } as unknown as Pod
}
