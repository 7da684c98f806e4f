/** Where a learner is in a scenario: what the guide shows. Plain data: it is sent to the screen and kept in saves. */
import type { Tick } from '../../sim/core/clock.ts'
import type { Verb } from '../../sim/core/ledger.ts'
import type { Region } from '../scenario/scenario.ts'

/**
 * asking: a prediction is to be made. locked: it is made, and Run may be pressed. ready: Run may be pressed (a step without
 * a prediction). running: time passes until the verdict. told: the verdict is shown. doing: a goal is to be met.
 * reading: a step with nothing to do.
 */
export type Phase = 'asking' | 'locked' | 'ready' | 'running' | 'told' | 'doing' | 'reading'

export interface GuideState {
  readonly scenario: string
  /** Index of the step shown, from 0. */
  readonly step: number
  /** Steps that have been finished, by index. */
  readonly finished: readonly number[]
  readonly phase: Phase
  /** The option guessed, and the one that came true. */
  readonly chosen?: number
  readonly happened?: number
  /** While it runs: when Run was pressed, and when the verdict falls. */
  readonly run?: { readonly from: Tick; readonly until: Tick }
  /** Slots for the texts, measured from the run. */
  readonly values: Readonly<Record<string, string>>
  /** The write that decided it: "12.3s replicaset-controller created pod/web-abc". */
  readonly decidedBy?: {
    readonly revision: number
    readonly tick: Tick
    readonly actor: string
    readonly verb: Verb
    /** "pod/web-abc"; for a command or fault its line. */
    readonly object: string
    readonly text: string
  }
  /** A goal: whether it is met now, since when, and for how many ticks it has to be. */
  readonly goal?: {
    readonly met: boolean
    readonly since?: Tick
    readonly held: number
    readonly reached: boolean
  }
  /** Whether the detour's text is to be shown. */
  readonly detour: boolean
  /** The lines that Run sends, filled in as the world is now. */
  readonly lines: readonly string[]
  /** How many hints are open. */
  readonly hints: number
  readonly solutionShown: boolean
  /** Everything revealed up to this step. */
  readonly revealed: readonly Region[]
  /** Why a change to the world is refused just now; absent: it isn't. */
  readonly refusal?: 'predict-first' | 'running'
}

export type GuideAction =
  | { readonly do: 'choose'; readonly option: number }
  | { readonly do: 'lock' }
  | { readonly do: 'run' }
  | { readonly do: 'next' }
  | { readonly do: 'back' }
  | { readonly do: 'go'; readonly step: number }
  | { readonly do: 'hint' }
  | { readonly do: 'solution' }
  /** The present step from its start; or the whole scenario. */
  | { readonly do: 'again' }
  | { readonly do: 'restart' }

/**
 * Why an action did nothing: a prediction comes first; the verdict is under way; the step isn't finished; or it makes no
 * sense just now.
 */
export type GuideRefusal = 'predict-first' | 'running' | 'not-finished' | 'not-now'
