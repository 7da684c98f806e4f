/** One look at a workload: measure, recommend, hold back, scale, report (reconcileAutoscaler in horizontal.go). */
import { StatusError } from '../../api/status.ts'
import type { HorizontalPodAutoscaler, MetricStatus } from '../../api/types/index.ts'
import type { Outcome } from '../../client/controller.ts'
import { ticksPerSecond, unixSeconds } from '../../core/clock.ts'
import { boundMessages, type Range } from './bounds.ts'
import type { Decision, MetricFinding } from './decision.ts'
import { type Context, note } from './memory.ts'
import { ableMessages, type Normalized, normalize } from './normalize.ts'
import { outcomeOf } from './outcome.ts'
import { Refused, recommend } from './recommend.ts'
import type { Report } from './report.ts'
import { rulesOf } from './rules.ts'
import { type Scale, setScale } from './scale.ts'
import { withScaleEvent } from './scaleEvents.ts'

interface Look {
  readonly context: Context
  readonly key: string
  readonly autoscaler: HorizontalPodAutoscaler
  readonly scale: Scale
  readonly report: Report
  readonly range: Range
}

export function look(
  context: Context,
  key: string,
  autoscaler: HorizontalPodAutoscaler,
  scale: Scale,
  report: Report,
): Outcome {
  const { minReplicas: min = 1, maxReplicas: max } = autoscaler.spec
  const range = { current: scale.specReplicas, min, max }
  const { current } = range
  const taken: Look = { context, key, autoscaler, scale, report, range }
  const { recommendations } = context.memory
  if (!recommendations.has(key)) recommendations.set(key, [{ replicas: current, at: context.tick }])
  if (current === 0 && min !== 0) return leaveAlone(taken)
  if (current > max)
    return finish(taken, {
      replicas: max,
      bound: 'max',
      reason: 'Current number of replicas above Spec.MaxReplicas',
    })
  if (current < min)
    return finish(taken, {
      replicas: min,
      bound: 'min',
      reason: 'Current number of replicas below Spec.MinReplicas',
    })
  return measureAndScale(taken)
}

/** Somebody scaled it to nothing: that switches autoscaling off. */
function leaveAlone(taken: Look): void {
  const message = 'scaling is disabled since the replica count of the target is zero'
  taken.report.condition('ScalingActive', 'False', 'ScalingDisabled', message)
  taken.report.counts(0, null, 0)
  taken.report.write()
  decide(taken, { outcome: 'disabled', desired: 0, metrics: [] })
}

/** `held`: there are more pods than this tick has room for. */
function measureAndScale(taken: Look): Outcome {
  const { context, autoscaler, scale, report, range, key } = taken
  try {
    const recommended = recommend(context, key, autoscaler, scale, report, timingOf(context))
    if (recommended === undefined) return 'held'
    const { replicas, description, statuses, findings } = recommended
    const normalized = held(taken, replicas)
    const reason = replicas > range.current ? `${description} above target` : 'All metrics below target'
    const numbers = { metrics: findings, recommended: replicas, by: description, ...stepsOf(normalized) }
    const outcome = outcomeOf(range.current, replicas, normalized, findings)
    finish(taken, { replicas: normalized.replicas, reason, statuses }, { outcome, ...numbers })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    report.counts(range.current, error.statuses)
    report.write()
    report.warn('FailedComputeMetricsReplicas', error.message)
    const { outcome, findings: metrics, message } = error
    decide(taken, { outcome, metrics, desired: range.current, error: message })
  }
}

function timingOf({ engine, tick }: Context) {
  const { cpuInitializationPeriod, initialReadinessDelay } = engine.profile
  return {
    nowSeconds: unixSeconds(tick),
    cpuInitializationSeconds: cpuInitializationPeriod / ticksPerSecond,
    initialReadinessSeconds: initialReadinessDelay / ticksPerSecond,
  }
}

/** What is left of a recommendation after the past, the rates and the bounds. */
function held({ context, key, autoscaler, report, range }: Look, recommended: number): Normalized {
  const { memory, tick, engine } = context
  const normalized = normalize(recommended, range, autoscaler.spec.behavior, {
    recommendations: memory.recommendations.get(key) ?? [],
    events: { up: memory.grown.get(key) ?? [], down: memory.shrunk.get(key) ?? [] },
    now: tick,
    downscaleWindow: engine.profile.downscaleStabilization,
  })
  memory.recommendations.set(key, normalized.recommendations)
  const { able, bounded, stabilized, replicas } = normalized
  const isLimited = replicas !== stabilized.replicas
  report.condition('AbleToScale', 'True', able, ableMessages[able])
  report.condition(
    'ScalingLimited',
    isLimited ? 'True' : 'False',
    bounded.reason,
    boundMessages[bounded.reason],
  )
  return normalized
}

interface Verdict {
  readonly replicas: number
  /** Why, should it be written. */
  readonly reason: string
  readonly statuses?: readonly MetricStatus[]
  readonly bound?: 'min' | 'max'
}

function finish(taken: Look, verdict: Verdict, numbers?: Pick<Decision, 'outcome' | 'metrics'>): void {
  const { report, range } = taken
  const { replicas, statuses = null, bound } = verdict
  const isRescaled = replicas !== range.current
  const failure = isRescaled ? rescale(taken, verdict) : undefined
  const plain = { outcome: replicas > range.current ? 'scaled-up' : 'scaled-down', metrics: [] } as const
  const decision = { ...(numbers ?? plain), ...(bound === undefined ? {} : { bound }) }
  if (failure === undefined) report.counts(range.current, statuses, replicas, isRescaled)
  else report.counts(range.current, statuses)
  report.write()
  if (failure === undefined) decide(taken, { ...decision, desired: replicas })
  else decide(taken, { ...decision, outcome: 'failed', desired: range.current, error: failure })
}

/** Answers why it could not be. */
function rescale(taken: Look, { replicas, reason }: Verdict): string | undefined {
  const { context, scale, report } = taken
  try {
    setScale(context.client, scale, replicas)
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    const told = `the HPA controller was unable to update the target scale: ${error.message}`
    report.warn('FailedRescale', `New size: ${replicas}; reason: ${reason}; error: ${error.message}`)
    report.condition('AbleToScale', 'False', 'FailedUpdateScale', told)
    return error.message
  }
  const told = `the HPA controller was able to update the target scale to ${replicas}`
  report.condition('AbleToScale', 'True', 'SucceededRescale', told)
  report.tell('SuccessfulRescale', `New size: ${replicas}; reason: ${reason}`)
  rememberScaling(taken, replicas)
  return undefined
}

/** Only policies ask for it. */
function rememberScaling({ context, key, autoscaler, range }: Look, replicas: number): void {
  const { behavior } = autoscaler.spec
  if (behavior === undefined) return
  const { grown, shrunk } = context.memory
  const { scaleUp, scaleDown } = rulesOf(behavior)
  const isGrowth = replicas > range.current
  const [events, rules] = isGrowth ? [grown, scaleUp] : [shrunk, scaleDown]
  const change = Math.abs(replicas - range.current)
  events.set(key, withScaleEvent(events.get(key) ?? [], change, context.tick, rules))
}

function stepsOf({ stabilized, bounded }: Normalized) {
  const { replicas, by } = stabilized
  const bound = { TooManyReplicas: 'max', TooFewReplicas: 'min' } as const
  const { reason, limit } = bounded
  const reached = reason === 'TooManyReplicas' || reason === 'TooFewReplicas' ? { bound: bound[reason] } : {}
  return {
    stabilized: by === undefined ? { replicas } : { replicas, past: by },
    ...(limit === undefined ? {} : { limited: limit }),
    ...reached,
  }
}

type Rest = Omit<Decision, 'tick' | 'min' | 'max' | 'current'> & {
  readonly metrics: readonly MetricFinding[]
}

function decide({ context, key, range }: Look, rest: Rest): void {
  note(context.memory, key, { tick: context.tick, ...range, ...rest })
}
