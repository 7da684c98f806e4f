/**
 * What the page and the engine's worker say to each other. The page sends requests; the worker answers those with an `id`
 * once, and sends frames when the page has drawn the one before.
 */

import type { Attention, GapCard, PodName } from '../lab/frame/format.ts'
import type { Found } from '../lab/frame/naming.ts'
import type { Inspection } from '../lab/inspect/inspection.ts'
import type { Save } from '../lab/link/save.ts'
import type { GuideAction, GuideState } from '../lab/player/guideState.ts'
import type { Lens, Scenario } from '../lab/scenario/scenario.ts'
import type { WireFrame } from './wire.ts'

export * from '../lab/frame/format.ts'
export type { Found } from '../lab/frame/naming.ts'
export type * from '../lab/inspect/inspection.ts'
export type * from '../lab/link/save.ts'
export type * from '../lab/player/guideState.ts'
export type * from '../lab/scenario/scenario.ts'
export { lenses } from '../lab/scenario/scenario.ts'
export { clockAt } from './telling.ts'
export { unpacked, type WireFrame } from './wire.ts'

/** What a sandbox may begin with: how large its cluster is. */
export const sandboxTemplates = ['small', 'medium', 'planet'] as const
export type SandboxTemplate = (typeof sandboxTemplates)[number]

/** What to show: a scenario, a sandbox made by a template or a script of lines, or something saved. */
export type Opening =
  | { readonly what: 'scenario'; readonly id: string; readonly seed?: number }
  | {
      readonly what: 'sandbox'
      readonly template?: SandboxTemplate
      readonly lines?: readonly string[]
      readonly seed?: number
    }
  /** `template`: whose sandbox it is a recording of, told back in `Opened`. */
  | { readonly what: 'save'; readonly save: Save; readonly template?: SandboxTemplate }
  /** A share link's text, the part after `#k=`; or the text of a file. Both are hostile until parsed. */
  | { readonly what: 'link'; readonly code: string }
  | { readonly what: 'file'; readonly text: string }

export type StopCondition =
  | 'next-event'
  | 'next-change'
  | 'converged'
  | 'all-ready'
  | 'pending-pod'
  | 'node-failed'

export type Request =
  | { readonly type: 'open'; readonly id: number; readonly opening: Opening }
  /** A command line, as typed. Output comes in pieces (`printed`), the answer at its end. */
  | { readonly type: 'line'; readonly id: number; readonly line: string; readonly stdin?: string }
  /** Ends a blocking line, as Ctrl-C does; and the filling of a world, which stays as it is then. */
  | { readonly type: 'interrupt' }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** Simulated seconds a second. */
  | { readonly type: 'speed'; readonly speed: number }
  /** A tick forward or back; or to the next or last moment at which something was written. */
  | { readonly type: 'step'; readonly by: 'tick' | 'event'; readonly back: boolean }
  | { readonly type: 'seek'; readonly tick: number }
  /** To the beginning: the world as its scenario or sandbox set it up. */
  | { readonly type: 'reset' }
  /** As fast as possible until something is true; quiet time is jumped over. */
  | { readonly type: 'run-until'; readonly stop: StopCondition }
  | { readonly type: 'guide'; readonly action: GuideAction }
  /** What to inspect, by slot; 0: nothing. Sent again whenever the object changes. */
  | { readonly type: 'inspect'; readonly slot: number }
  /** What somebody looks at: of the rest frames tell at most how much there is. */
  | { readonly type: 'attend'; readonly attention: Attention }
  | { readonly type: 'complete'; readonly id: number; readonly text: string }
  /** The names of pods, by slot: a large world's do not come with its frames. */
  | { readonly type: 'names'; readonly id: number; readonly slots: readonly number[] }
  /** Pods and nodes whose names have this text in them. */
  | { readonly type: 'find'; readonly id: number; readonly text: string; readonly most: number }
  /** How the reader looks at the world: links and saves remember it. */
  | { readonly type: 'lens'; readonly lens: Lens }
  | { readonly type: 'save'; readonly id: number }
  | { readonly type: 'link'; readonly id: number }
  | { readonly type: 'hash'; readonly id: number }
  /** Answered once the page has a frame of the world as it is now. */
  | { readonly type: 'caught-up'; readonly id: number }
  /** A script run to its end in a world of its own, apart from the one shown. */
  | { readonly type: 'script'; readonly id: number; readonly script: string; readonly seed?: number }
  /** The last frame has been drawn. */
  | { readonly type: 'drawn' }

export interface Clock {
  readonly tick: number
  /** The furthest tick of this recording: seeking goes so far without inventing anything. */
  readonly horizon: number
  readonly playing: boolean
  readonly speed: number
  /** Whether time runs because a line blocks on the world. */
  readonly blocked: boolean
  /** While `run-until` is on its way, and while a world fills. */
  readonly seeking: boolean
  /** While the world is still being set up that is shown already. */
  readonly filling: boolean
  /** The last line that undo takes back. */
  readonly undo?: string
  readonly branch: string
  readonly branches: readonly string[]
  readonly seed: number
  readonly profile: 'real' | 'classroom'
}

/** What the world shown is, told when it is opened. */
export interface Opened {
  readonly scenario?: Scenario
  /** A sandbox's. */
  readonly template?: SandboxTemplate
  /** It came from a link or a file, and is not the reader's own. */
  readonly shared: boolean
  /** Plain words about what differs from when it was saved: [English, Korean]. */
  readonly notice?: { readonly en: string; readonly ko: string }
  /** How it was looked at when it was saved. */
  readonly seen?: Seen
}

export interface Seen {
  readonly lens?: Lens
  /** The slot of what was selected. */
  readonly selected?: number
  /** Simulated seconds a second. */
  readonly speed?: number
}

export interface LineResult {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

export interface ScriptResult {
  readonly exit: number
  /** Standard output and standard error, as they came. */
  readonly output: string
  readonly hash: string
  /** The simulated seconds at the end. */
  readonly seconds: number
}

/** Answers by type of request. */
export interface Answers {
  readonly open: Opened
  readonly line: LineResult
  readonly complete: readonly string[]
  readonly names: readonly PodName[]
  readonly find: readonly Found[]
  readonly save: Save
  /** The whole `#k=…`, or why there is none; and how many characters it would take. */
  readonly link: { readonly code?: string; readonly length: number }
  readonly hash: string
  readonly 'caught-up': true
  readonly script: ScriptResult
}

/** How far a world is that is being opened: its own time, and of the replicas asked for so far those that are Ready. */
export interface OpeningProgress {
  readonly tick: number
  readonly ready: number
  readonly desired: number
}

/** What is told of the one object that is open. */
export interface Inspected extends Inspection {
  readonly gaps: readonly GapCard[]
}

/** The clock and the guide where they have changed otherwise than by time passing. */
export interface FrameMessage extends WireFrame {
  readonly type: 'frame'
  readonly clock?: Clock
  readonly guide?: GuideState | 'none'
}

export type Message =
  | FrameMessage
  | ({ readonly type: 'progress' } & OpeningProgress)
  /** `omitted`: so many more characters are not handed over. */
  | {
      readonly type: 'printed'
      readonly id: number
      readonly descriptor: 1 | 2
      readonly text: string
      readonly omitted?: number
    }
  | { readonly type: 'inspected'; readonly inspection?: Inspected }
  /** A line that ran, typed or by the guide: shown in the log. */
  | {
      readonly type: 'ran'
      readonly line: string
      readonly stdin?: string
      readonly by: 'you' | 'guide'
      readonly exit: number
      readonly error: string
    }
  | { readonly type: 'answer'; readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly type: 'refused'; readonly id: number; readonly en: string; readonly ko: string }
  /** The recording, kept by the page so that a crash loses nothing. */
  | { readonly type: 'autosave'; readonly save: Save }
  /** The engine broke down at something it should have withstood. */
  | { readonly type: 'crashed'; readonly reason: string }
