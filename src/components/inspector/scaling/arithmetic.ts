/** The sums of one decision, as text pieces and sentences: what a person would write on a board. */
import type { Slots, Text } from '../../../i18n/index.ts'
import { clockText } from '../../../i18n/index.ts'
import type { Inspection } from '../../../state/index.ts'
import { words } from './words.ts'

export type Decision = NonNullable<Inspection['scaling']>[number]
export type Finding = Decision['metrics'][number]
export type Sentence = readonly [text: Text, slots: Slots]

/** "83% ÷ 50% × 2 = 3.32 → 4", or as far as it goes before something else decides; undefined: it could not be had. */
export function sumOf(finding: Finding): string | undefined {
  const { current, target, ratio, adjustedRatio, kept, counted, proposal } = finding
  if (current === undefined || ratio === undefined) return undefined
  if (adjustedRatio !== undefined || kept !== undefined || counted === undefined || proposal === undefined)
    return `${current} ÷ ${target} = ${figure(ratio)}`
  return `${current} ÷ ${target} × ${counted} = ${figure(ratio * counted)} → ${proposal}`
}

/** What has to be said of a metric beyond its sum. */
export function notesOn(finding: Finding): readonly Sentence[] {
  const { error, kept, pods, adjustedRatio, counted, ratio = 1, proposal = 0 } = finding
  const notes: Sentence[] = []
  if (error !== undefined) notes.push([words.noMetric, { error }])
  const unknown = (pods?.unready ?? 0) + (pods?.missing ?? 0)
  if (adjustedRatio !== undefined && counted !== undefined && unknown > 0) {
    const sum = `${figure(adjustedRatio)} × ${counted} = ${figure(adjustedRatio * counted)} → ${proposal}`
    notes.push([ratio > 1 ? words.unknownIdle : words.unknownBusy, { n: unknown, sum }])
  }
  if (kept === 'tolerated') notes.push([words.tolerance, { ratio: figure(adjustedRatio ?? ratio) }])
  if (kept === 'turned') notes.push([words.turned, {}])
  return notes
}

/** What held the recommendation back, one after the other. */
export function limitsOf(decision: Decision): readonly Sentence[] {
  const { recommended, stabilized, limited, bound, min, max, metrics, by = '' } = decision
  const limits: Sentence[] = []
  if (metrics.length > 1 && recommended !== undefined)
    limits.push([words.most, { n: recommended, metric: by }])
  const past = stabilized?.past
  if (stabilized !== undefined && past !== undefined && stabilized.replicas !== recommended)
    limits.push([words.held, { n: stabilized.replicas, time: clockText(past.at) }])
  if (limited !== undefined) limits.push(rateOf(limited))
  if (bound !== undefined)
    limits.push([bound === 'max' ? words.atMost : words.atLeast, { n: bound === 'max' ? max : min }])
  return limits
}

function rateOf({ replicas, policy, periodStart }: NonNullable<Decision['limited']>): Sentence {
  if (policy === undefined) return [words.doubling, { n: replicas }]
  const { type, value, periodSeconds } = policy
  const slots = { n: replicas, value, seconds: periodSeconds, start: periodStart ?? 0 }
  return [type === 'Pods' ? words.podsPolicy : words.percentPolicy, slots]
}

export function isChange({ current, desired }: Decision): boolean {
  return current !== undefined && desired !== undefined && current !== desired
}

function figure(value: number): string {
  return String(Number(value.toFixed(2)))
}
