/** A scenario as read from its file (`apiVersion: kubeloop.dev/v1`, `kind: Scenario`); docs/adding-a-scenario.md tells how to write one. */
import type { Text } from '../../i18n/text.ts'

export interface Scenario {
  readonly id: string
  /** The chapter of the course, from 1. */
  readonly chapter: number
  readonly minutes: number
  readonly level: 'first-steps' | 'course' | 'challenge'
  /** Where it stands among the others. */
  readonly order: number
  readonly title: Text
  readonly summary: Text
  readonly setup: readonly SetupLine[]
  readonly steps: readonly Step[]
  /** The learner's part: the solutions of all goals, in order. */
  readonly solution: readonly string[]
}

export interface SetupLine {
  readonly run: string
  readonly stdin?: string
}

/** Regions of the screen that a step reveals; they stay for the steps after it. */
export const regions = [
  'guide',
  'desired',
  'nodes',
  'transport',
  'undo',
  'controllers',
  'scrubber',
  'causes',
  'names',
  'menus',
  'sleep',
  'ledger',
  'timeline',
  'clock',
  'terminal',
  'inspector',
  'explore',
] as const
export type Region = (typeof regions)[number]

/** Ways of looking at the same world. */
export const lenses = ['loop', 'map', 'traffic'] as const
export type Lens = (typeof lenses)[number]

export interface Show {
  readonly lens?: Lens
  /** "deployment/web" */
  readonly select?: string
  /** Simulated seconds a second. */
  readonly speed?: number
  readonly reveal?: readonly Region[]
}

export interface Step {
  readonly id: string
  readonly say: Text
  readonly notes?: Text
  readonly show?: Show
  /** What has to be true when the step begins: a test sees that no earlier step destroys it. */
  readonly given?: string
  readonly predict?: Prediction
  /** Lines that Run sends; `${CEL}` in them is filled in when they are sent. */
  readonly do?: readonly string[]
  /** Run plays the seconds of this earlier step again instead of sending lines. */
  readonly replay?: string
  /** Ticks from Run until `after` is told, in a step that predicts nothing. */
  readonly wait?: number
  readonly goal?: Goal
  /** Lines that meet the goal from the step's start. */
  readonly solution?: readonly string[]
  readonly values?: Readonly<Record<string, Value>>
  readonly after?: Text
  /** Said before `after` when the guess was wrong. */
  readonly onWrong?: Text
  /** For a goal: said while `when` is true. */
  readonly detour?: { readonly when: string; readonly say: Text }
  readonly hints?: readonly Text[]
}

export interface Prediction {
  readonly ask: Text
  /** Exactly one is true when the time is up. */
  readonly options: readonly { readonly text: Text; readonly when: string }[]
  /** Ticks from Run to the verdict. */
  readonly after: number
}

export interface Goal {
  readonly when: string
  /** Ticks for which it has to stay true. */
  readonly held: number
}

/** A CEL expression over the step's Run and now, or the seconds from Run until a condition was first true. */
export type Value = string | { readonly until: string }
