import { setAutoscalerDefaults } from '../../../../sim/api/kinds/horizontalPodAutoscaler/defaults.ts'
import type { ScalingBehavior } from '../../../../sim/api/types/index.ts'
import { normalize } from '../../../../sim/controllers/horizontalpodautoscaler/normalize.ts'
import { ticksOf } from '../../../../sim/core/clock.ts'
import { compare } from '../../difference.ts'
import type { Verdict } from '../../vectors.ts'

interface Aged {
  readonly change: number
  readonly ageSec: number
}

interface Case {
  readonly current: number
  readonly min: number
  readonly max: number
  readonly recommendation: number
  readonly behavior: ScalingBehavior | null
  readonly recommendations: readonly Aged[] | null
  readonly scaleUpEvents: readonly Aged[] | null
  readonly scaleDownEvents: readonly Aged[] | null
  readonly desired: number
  /** "AbleToScale=True:ReadyForNewScale" */
  readonly conditions: readonly string[]
}

const now = 100_000
/** Ages are a little more than they say. */
const older = 2

export default function run(testCase: Case): Verdict {
  const { current, min, max } = testCase
  const events = (list: readonly Aged[] | null) =>
    (list ?? []).map(({ change, ageSec }) => ({ change, at: now - ticksOf(ageSec) - older }))
  const result = normalize(testCase.recommendation, { current, min, max }, defaulted(testCase.behavior), {
    recommendations: events(testCase.recommendations).map(({ change, at }) => ({ replicas: change, at })),
    events: { up: events(testCase.scaleUpEvents), down: events(testCase.scaleDownEvents) },
    now,
    downscaleWindow: ticksOf(300),
  })
  const isLimited = result.replicas !== result.stabilized.replicas
  const conditions = [
    `AbleToScale=True:${result.able}`,
    `ScalingLimited=${isLimited ? 'True' : 'False'}:${result.bounded.reason}`,
  ]
  return compare([result.replicas, conditions], [testCase.desired, testCase.conditions])
}

function defaulted(behavior: ScalingBehavior | null): ScalingBehavior | undefined {
  if (behavior === null) return undefined
  const autoscaler = { spec: { behavior: structuredClone(behavior) } }
  setAutoscalerDefaults(autoscaler)
  return autoscaler.spec.behavior
}
