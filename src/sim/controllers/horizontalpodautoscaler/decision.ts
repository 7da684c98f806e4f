/** What the autoscaler decided in one look, with its numbers. Plain data, for showing. */
import type { MetricSourceType, ScalingPolicy } from '../../api/types/index.ts'
import type { Tick } from '../../core/clock.ts'
import type { Kept } from './proposal.ts'
import type { Recommendation } from './stabilization.ts'

/** What one metric said. */
export interface MetricFinding {
  readonly type: MetricSourceType
  /** "cpu resource utilization (percentage of request)" */
  readonly metric: string
  /** "80%", "500m" */
  readonly target: string
  readonly current?: string
  /** Above 1: more than the target. */
  readonly ratio?: number
  /** The ratio once unready and missing pods were counted as speaking against a change. */
  readonly adjustedRatio?: number
  /** How many pods the ratio was applied to. */
  readonly counted?: number
  readonly pods?: {
    readonly ready: number
    readonly unready: number
    readonly missing: number
    readonly ignored: number
  }
  readonly proposal?: number
  /** Why it asked for no change although its ratio is not 1. */
  readonly kept?: Kept
  /** Why it could not be had. */
  readonly error?: string
}

export type Outcome =
  | 'scaled-up'
  | 'scaled-down'
  /** The size asked for is the size there is. */
  | 'matching'
  /** Every metric is close enough to its target, or unsure. */
  | 'tolerated'
  /** A past recommendation holds it. */
  | 'stabilized'
  /** A policy lets no more change for now. */
  | 'limited'
  | 'at-max'
  | 'at-min'
  /** The target has no replicas: autoscaling is off. */
  | 'disabled'
  | 'no-target'
  | 'no-metrics'
  /** Another autoscaler scales the same pods. */
  | 'ambiguous'
  /** The target could not be written. */
  | 'failed'

export interface Decision {
  readonly tick: Tick
  readonly outcome: Outcome
  readonly min: number
  readonly max: number
  /** What the target asked for before. */
  readonly current?: number
  readonly metrics: readonly MetricFinding[]
  /** The most that a metric asked for, and which one that was. */
  readonly recommended?: number
  readonly by?: string
  /** After past recommendations; `past` is the one that decided. */
  readonly stabilized?: { readonly replicas: number; readonly past?: Recommendation }
  /** After the rates: the policy that decided, and the size at the beginning of its period. */
  readonly limited?: {
    readonly replicas: number
    readonly policy?: ScalingPolicy
    readonly periodStart?: number
  }
  /** The bound that had the last word. */
  readonly bound?: 'min' | 'max'
  /** What the target asks for now. */
  readonly desired?: number
  /** Why it went wrong, in the words of the events. */
  readonly error?: string
}
