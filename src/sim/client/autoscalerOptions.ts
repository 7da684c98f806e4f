/** The options of the cluster autoscaler that a user may set (cluster-autoscaler/config/flags, 1.36). Times in ticks. */
import type { Tick } from '../core/clock.ts'
import type { Profile } from './profile.ts'

export const expanders = ['least-waste', 'random', 'most-pods', 'least-nodes', 'price', 'priority'] as const
export type ExpanderName = (typeof expanders)[number]

export interface AutoscalerOptions {
  readonly expander: ExpanderName
  /** Pools by name, for the expander `priority`: the highest number first. */
  readonly priorities: Readonly<Record<string, number>>
  /** Below this share of requests a node may be unneeded. */
  readonly utilizationThreshold: number
  readonly unneededTime: Tick
  readonly unreadyTime: Tick
  readonly delayAfterAdd: Tick
  readonly delayAfterDelete: Tick
  readonly delayAfterFailure: Tick
  readonly recheckUnremovable: Tick
  readonly maxProvisionTime: Tick
  readonly backOff: Tick
  readonly backOffMax: Tick
  readonly backOffReset: Tick
  readonly maxGracefulTermination: Tick
  readonly skipsLocalStorage: boolean
  readonly skipsSystemPods: boolean
}

/** The defaults of 1.36, with the timings of the profile. */
export function defaultAutoscalerOptions({ autoscaler }: Profile): AutoscalerOptions {
  return {
    expander: 'least-waste',
    priorities: {},
    utilizationThreshold: 0.5,
    skipsLocalStorage: true,
    skipsSystemPods: true,
    ...autoscaler,
  }
}
