/** What is open, where its clock stands, and what was said: the part of the screen's state that is not the world. */
import { createStore } from 'zustand/vanilla'
import type { Text } from '../i18n/index.ts'
import type { Clock, GuideState, Inspected, Lens, Opened, OpeningProgress, Save } from '../worker/protocol.ts'

/** A line that ran, newest last. */
export interface LoggedLine {
  readonly number: number
  readonly line: string
  /** What was handed to it on standard input, as a manifest is. */
  readonly stdin?: string
  readonly by: 'you' | 'guide'
  readonly exit: number
  readonly error: string
}

/** Something printed in the terminal: a command typed there, or what came of it. */
export interface TerminalPiece {
  readonly number: number
  readonly kind: 'command' | 'output' | 'error'
  readonly text: string
  /** Characters after it that the page was not told. Absent: none. */
  readonly omitted?: number
}

export interface Session {
  readonly status: 'closed' | 'opening' | 'open' | 'crashed'
  readonly opened: Opened
  /** How far the world is that is being opened. */
  readonly progress?: OpeningProgress | undefined
  readonly clock: Clock
  readonly guide?: GuideState | undefined
  /** The reader asked for all regions, whatever the scenario has revealed. */
  readonly showEverything: boolean
  /** Which way of looking at the world the stage shows. */
  readonly lens: Lens
  /** The slot of the Service that the Traffic lens and its charts look at; 0: the first that is asked. */
  readonly watched: number
  /** The slot selected, 0: none; and what the engine tells of it. */
  readonly selected: number
  readonly inspection?: Inspected | undefined
  readonly log: readonly LoggedLine[]
  readonly terminal: readonly TerminalPiece[]
  /** A short message over the stage: why something was refused, what was undone. */
  readonly notice?:
    | { readonly number: number; readonly tone: 'info' | 'error'; readonly text: Text }
    | undefined
  /** Why the engine broke down, and the recording as it last was. */
  readonly crash?: { readonly reason: string; readonly save?: Save | undefined } | undefined
  /** The recording as it last was. */
  readonly save?: Save | undefined
}

export const noClock: Clock = {
  tick: 0,
  horizon: 0,
  playing: false,
  speed: 1,
  blocked: false,
  seeking: false,
  filling: false,
  branch: 'main',
  branches: [],
  seed: 0,
  profile: 'real',
}

export const closed: Session = {
  status: 'closed',
  opened: { shared: false },
  clock: noClock,
  showEverything: false,
  lens: 'loop',
  watched: 0,
  selected: 0,
  log: [],
  terminal: [],
}

export const session = createStore<Session>(() => closed)
