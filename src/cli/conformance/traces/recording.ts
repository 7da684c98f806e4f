/** A recording of a real control plane: what was done, and what a watcher saw. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One watch event. Names are normalised: web-rs1 is the first ReplicaSet of web, web-rs1-p1 its first pod. */
export interface Sighting {
  /** Seconds from the start. */
  readonly t: number
  readonly kind: string
  readonly name: string
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly fields: Fields
}

/** The part of an object that recordings keep; the shape depends on the kind. */
// biome-ignore lint/suspicious/noExplicitAny: what a recording holds is looked at, not trusted.
export type Fields = Readonly<Record<string, any>>

/** One write of an Event: a repeated one comes again with a higher count. */
export interface Utterance {
  readonly t: number
  readonly reason: string
  readonly kind: string
  readonly name: string
  readonly message: string
  readonly type: string
  readonly count?: number
  readonly source: string
}

export interface Action {
  readonly t: number
  /** When a command came back. */
  readonly tEnd?: number
  readonly do: string
  readonly manifest?: Fields
  readonly patch?: Fields
  readonly out?: string
  readonly err?: string
  readonly exit?: number | string
  /** Of a POST: the HTTP status, and what a refusal says. */
  readonly code?: number | string
  readonly message?: string
}

export interface RecordedNode {
  readonly name: string
  readonly cpu: string
  readonly memory: string
  readonly zone?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[]
}

export interface Recording {
  readonly scenario: string
  readonly namespace: string
  readonly nodes: readonly RecordedNode[]
  readonly actions: readonly Action[]
  readonly timeline: readonly Sighting[]
  readonly events: readonly Utterance[]
  readonly decisions?: readonly Decision[]
  readonly experiments?: readonly Experiment[]
  /** The control plane ran with its clients' limits raised. */
  readonly isUnlimited?: boolean
}

/** What the scheduler made of one pod. */
export interface Decision {
  readonly pod: string
  readonly chosen: string | null
  readonly feasible: readonly string[]
  readonly feasibleCount?: number
  /** By plugin and node; nothing where there was no choice. */
  readonly weightedScores?: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly final?: Readonly<Record<string, number>>
}

/** Which pods a ReplicaSet gave up, and among which. */
export interface Experiment {
  readonly t: number
  readonly desc: string
  readonly before: readonly RecordedPod[]
  readonly scaleTo: number
  readonly victims: readonly string[]
  readonly scaledAt?: string
}

export interface RecordedPod {
  readonly name: string
  readonly node?: string
  readonly phase: string
  readonly ready: string
  readonly readySince?: string
  readonly created: string
  readonly restarts?: number
  readonly uid?: string
  readonly cost?: string
}

export function readRecording(directory: string, name: string): Recording {
  const recording = JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8')) as Recording
  if (!Array.isArray(recording.timeline) || !Array.isArray(recording.actions))
    throw new Error(`${name}.json holds no timeline and actions`)
  return name.includes('unlimitedQPS') ? { ...recording, isUnlimited: true } : recording
}

/** Whether its pods became ready one at a time, so that every step of a rollout can be told from the next. */
export function isSerial({ scenario }: Recording): boolean {
  return /^\d+s-/.test(scenario)
}

/** When the last thing was seen or done. */
export function endOf({ timeline, events, actions }: Recording): number {
  return Math.max(...[...timeline, ...events].map(({ t }) => t), ...actions.map(({ t, tEnd }) => tEnd ?? t))
}
