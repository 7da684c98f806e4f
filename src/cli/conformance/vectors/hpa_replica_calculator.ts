import type { Pod } from '../../../sim/api/types/index.ts'
import type { PodMetrics } from '../../../sim/apiserver/metricsApi.ts'
import {
  proposeForAverage,
  proposeForUtilization,
  type Workload,
} from '../../../sim/controllers/horizontalpodautoscaler/podMetrics.ts'
import {
  type Proposal,
  proposeForShare,
  proposeForValue,
} from '../../../sim/controllers/horizontalpodautoscaler/proposal.ts'
import { resourceReadings } from '../../../sim/controllers/horizontalpodautoscaler/readings.ts'
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
/** Of every reading; its time is the zero time. */
const windowSeconds = 60

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
      return proposeForAverage(workload, customReadings(metric), '', metric.targetValueMilli)
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
  const metrics = usageMilliPerContainer.map(metricsOf)
  const readings = within(`unable to get metrics for resource ${resource}`, () =>
    resourceReadings(metrics, measured),
  )
  const past = new Map(
    [...readings].map(([pod, reading]) => [
      pod,
      { ...reading, takenAt: Number.NEGATIVE_INFINITY, windowSeconds },
    ]),
  )
  return proposeForUtilization(workload, past, measured, targetAverageUtilization)
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
  return new Map(
    valuesMilli.map((valueMilli, i) => [
      `test-pod-${i}`,
      { valueMilli, takenAt: Number.NEGATIVE_INFINITY, windowSeconds },
    ]),
  )
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
