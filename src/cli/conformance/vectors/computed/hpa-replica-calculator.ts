import type { Pod } from '../../../../sim/api/types/index.ts'
import { utilizationMeasure } from '../../../../sim/controllers/horizontalpodautoscaler/measure.ts'
import { proposeFromMetrics } from '../../../../sim/controllers/horizontalpodautoscaler/podMetrics.ts'
import { metricQuestion } from '../../../../sim/controllers/horizontalpodautoscaler/podQuestions.ts'
import { emptyTally } from '../../../../sim/controllers/horizontalpodautoscaler/podTally.ts'
import { requestReader } from '../../../../sim/controllers/horizontalpodautoscaler/requests.ts'
import { Unmeasurable } from '../../../../sim/controllers/horizontalpodautoscaler/unmeasurable.ts'
import { compare } from '../../difference.ts'
import { now, timeAgo } from '../../shapes.ts'
import type { Verdict } from '../../vectors.ts'

interface PodRow {
  readonly Name: string
  readonly RequestMilli: number
  readonly UsageMilli: number | null
  readonly Ready: boolean
  readonly Phase: string
  readonly StartAge: number
  readonly ReadyAge: number
  readonly MetricAge: number
  readonly Deleting: boolean
}

interface Case {
  readonly currentReplicas: number
  readonly pods: readonly PodRow[]
  readonly targetUtilization: number
  readonly tolerance: number
  readonly metricWindowSec: number
  readonly cpuInitializationPeriodSec: number
  readonly initialReadinessDelaySec: number
  readonly replicas: number
  readonly utilization: number
  readonly rawMilli: number
  readonly error?: string
}

export default function run(testCase: Case): Verdict {
  const { replicas, utilization, rawMilli, error } = testCase
  try {
    const got = propose(testCase)
    return compare(
      [got.replicas, got.utilization, got.averageMilli],
      error === undefined ? [replicas, utilization, rawMilli] : error,
    )
  } catch (refusal) {
    if (refusal instanceof Unmeasurable) return compare(refusal.message, error ?? 'no error')
    throw refusal
  }
}

function propose(testCase: Case) {
  const { currentReplicas: current, pods, tolerance, metricWindowSec: windowSeconds } = testCase
  const readings = pods.flatMap(({ Name, UsageMilli, MetricAge }) =>
    UsageMilli === null
      ? []
      : [[Name, { valueMilli: UsageMilli, takenAt: now - MetricAge, windowSeconds }] as const],
  )
  const timing = {
    nowSeconds: now,
    cpuInitializationSeconds: testCase.cpuInitializationPeriodSec,
    initialReadinessSeconds: testCase.initialReadinessDelaySec,
  }
  const byName = new Map(readings)
  const measure = utilizationMeasure(testCase.targetUtilization)
  const request = requestReader({ resource: 'cpu' })
  const question = metricQuestion(({ metadata }) => byName.get(metadata.name), request, measure, true, timing)
  const tally = emptyTally()
  for (const row of pods) question(podOf(row), tally)
  return proposeFromMetrics(current, tally, { up: tolerance, down: tolerance }, measure)
}

function podOf(row: PodRow): Pod {
  const metadata = { name: row.Name, ...(row.Deleting ? { deletionTimestamp: timeAgo(0) } : {}) }
  const requests = { cpu: `${row.RequestMilli}m` }
  const conditions = [
    { type: 'Ready', status: row.Ready ? 'True' : 'False', lastTransitionTime: timeAgo(row.ReadyAge) },
  ]
  const status = { phase: row.Phase, startTime: timeAgo(row.StartAge), conditions }
  return {
    metadata,
    spec: { containers: [{ name: 'app', resources: { requests } }] },
    status,
  } as unknown as Pod
}
