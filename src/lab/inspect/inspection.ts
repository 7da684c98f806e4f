/** Everything about one object for the inspector, gathered when it is open: the only whole objects the screen gets. */
import type { Tick } from '../../sim/core/clock.ts'
import type { ScalingDecision } from '../../sim/world/autoscaling.ts'

export interface Inspection {
  /** The slot asked for; its object may be gone. */
  readonly slot: number
  /** "pod", "deployment", …: the kind's singular, for commands. */
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly exists: boolean
  /** A few rows worth reading first: labels are field names of the API, as in YAML. */
  readonly summary: readonly (readonly [field: string, value: string])[]
  readonly yaml: string
  readonly events: readonly EventRow[]
  /** From the object back to the command, fault or beginning that caused it; itself first. */
  readonly causes: readonly CauseRow[]
  /** A pod: what the scheduler found, node by node; absent when it decided nothing. */
  readonly scheduling?: SchedulingMatrix
  /** An autoscaler: its decisions with their numbers, newest last. */
  readonly scaling?: readonly ScalingDecision[]
  /** Objects next to it: its owner, its node, its pods. */
  readonly related: readonly ObjectLink[]
}

export interface ObjectLink {
  readonly slot: number
  readonly kind: string
  readonly name: string
}

export interface EventRow {
  readonly type: string
  readonly reason: string
  readonly message: string
  readonly source: string
  readonly count: number
  readonly first: Tick
  readonly last: Tick
}

export interface CauseRow {
  readonly revision: number
  readonly tick: Tick
  /** "you" for a command line. */
  readonly actor: string
  readonly verb: string
  /** The object written; absent for a command or a fault. */
  readonly object?: ObjectLink
  /** The command or fault. */
  readonly line?: string
  /** Triggers merged into the one shown. */
  readonly more: number
}

export interface SchedulingMatrix {
  readonly tick: Tick
  /** The node it was bound to; absent: none fits. */
  readonly chosen?: string
  /** Why it was refused before any node was looked at. */
  readonly rejection?: string
  /** Nodes that nobody looked at, because enough others fitted. */
  readonly notVisited: number
  readonly plugins: readonly string[]
  readonly nodes: readonly {
    readonly name: string
    /** The filter plugin that refused it, and why. */
    readonly refusedBy?: string
    readonly refusal?: string
    /** Weighted scores, one a plugin. */
    readonly scores: readonly number[]
    readonly total: number
  }[]
}
