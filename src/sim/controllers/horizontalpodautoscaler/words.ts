/** A decision in plain sentences, for `sim why`. */
import { ticksPerSecond } from '../../core/clock.ts'
import type { Decision, MetricFinding, Outcome } from './decision.ts'

export function decisionLines(decision: Decision): readonly string[] {
  const { tick, current, desired, metrics, min, max } = decision
  const isTold = decision.error === undefined || metrics.some(({ error }) => error !== undefined)
  const size = current === undefined ? '' : ` ${current} → ${desired}`
  return [
    `at ${seconds(tick)} it decided:${size} (${outcomeWords[decision.outcome]})`,
    ...metrics.map((metric) => `  ${metricLine(metric)}`),
    ...stepLines(decision).map((line) => `  ${line}`),
    `  bounds: ${min} to ${max}`,
    ...(isTold ? [] : [`  ${decision.error}`]),
  ]
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  'scaled-up': 'scaled up',
  'scaled-down': 'scaled down',
  matching: 'the size is as it should be',
  tolerated: 'close enough to the target: nothing done',
  stabilized: 'held by an earlier recommendation: nothing done',
  limited: 'no more change allowed for now: nothing done',
  'at-max': 'already at the maximum: nothing done',
  'at-min': 'already at the minimum: nothing done',
  disabled: 'the target has no replicas: autoscaling is off',
  'no-target': 'the target could not be read: nothing done',
  'no-metrics': 'a metric could not be had: nothing done',
  ambiguous: 'another autoscaler scales the same pods: nothing done',
  failed: 'the target could not be written',
}

function metricLine(finding: MetricFinding): string {
  const { metric, current, target, error, proposal, counted } = finding
  if (error !== undefined) return `${metric}: ${error}`
  const pods = counted === undefined ? '' : ` × ${counted} ${counted === 1 ? 'pod' : 'pods'}`
  return `${metric}: ${current} of ${target}, ratio ${ratioText(finding)}${pods} → ${proposal}${keptText(finding)}`
}

function ratioText({ ratio = 0, adjustedRatio, pods }: MetricFinding): string {
  if (adjustedRatio === undefined) return rounded(ratio)
  const unknown = `${pods?.unready ?? 0} unready and ${pods?.missing ?? 0} missing`
  return `${rounded(ratio)}, with ${unknown} counted ${rounded(adjustedRatio)}`
}

function keptText({ kept }: MetricFinding): string {
  if (kept === 'tolerated') return ' (tolerated)'
  return kept === 'turned' ? ' (it would go the other way)' : ''
}

function stepLines({ recommended, by, stabilized, limited, bound, tick }: Decision): readonly string[] {
  const lines: string[] = []
  if (recommended !== undefined) lines.push(`recommended: ${recommended}, by ${by}`)
  if (stabilized?.past !== undefined) {
    const { replicas, at } = stabilized.past
    lines.push(
      `stabilised: ${stabilized.replicas}, by the recommendation of ${replicas} ${seconds(tick - at)} ago`,
    )
  }
  if (limited !== undefined) lines.push(`rate: at most to ${limited.replicas}${policyText(limited)}`)
  if (bound !== undefined) lines.push(`bounded by the ${bound === 'max' ? 'maximum' : 'minimum'}`)
  return lines
}

function policyText({ policy, periodStart }: NonNullable<Decision['limited']>): string {
  if (policy === undefined) return ''
  const { type, value, periodSeconds } = policy
  const amount = type === 'Pods' ? `${value} ${value === 1 ? 'pod' : 'pods'}` : `${value}%`
  return `: ${amount} in ${periodSeconds}s, from ${periodStart}`
}

function seconds(ticks: number): string {
  return `${(ticks / ticksPerSecond).toFixed(1)}s`
}

function rounded(ratio: number): string {
  return ratio.toFixed(2)
}
