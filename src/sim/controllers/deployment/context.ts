/** What a sync of a Deployment may read and write. */
import type { ReconcileContext } from '../../client/controller.ts'
import type { Tick } from '../../core/clock.ts'

/** When a Deployment will be looked at even if nothing moves, and the deadline that was in force when that was set. */
export interface DeadlineCheck {
  readonly at: Tick
  readonly deadlineSeconds: number | undefined
}

export interface Memory {
  /** By the Deployment's key. */
  readonly checks: Map<string, DeadlineCheck>
}

export type Context = ReconcileContext<Memory>
