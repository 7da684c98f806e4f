/** The numbers behind what was decided, kept for who asks why. As many as there are nodes and pools, no more. */
import type { Tick } from '../../core/clock.ts'
import type { Utilization } from './utilization.ts'

export type StayReason =
  | 'CurrentlyBeingDeleted'
  | 'ScaleDownDisabledAnnotation'
  | 'NodeGroupMinSizeReached'
  | 'RecentlyUnremovable'
  | 'NotUnderutilized'
  | 'BlockedByPod'
  | 'NoPlaceToMovePods'

export interface NodeVerdict {
  readonly at: Tick
  readonly pool: string
  readonly utilization?: Utilization
  /** Absent: nobody needs the node. */
  readonly stays?: StayReason
  /** The pod that keeps it, and why. */
  readonly pod?: string
  readonly because?: string
}

export interface PoolVerdict {
  readonly pool: string
  readonly size: number
  readonly max: number
  /** What it would have taken, where it would have helped. */
  readonly nodes?: number
  readonly pods?: number
  readonly wastedCpu?: number
  readonly wastedMemory?: number
  /** By the expander: the less, the better. */
  readonly score?: number
  /** Why it would not. */
  readonly reasons?: readonly string[]
}

export interface LastScaleUp {
  readonly at: Tick
  readonly expander: string
  /** Pods that fitted nowhere. */
  readonly pods: number
  readonly pools: readonly PoolVerdict[]
  readonly chosen?: string
  /** How many machines were asked for. */
  readonly added: number
}
