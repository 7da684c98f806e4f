/** The world as far as the screen knows it: a store fed by frames, and by nothing else. */
import { createStore } from 'zustand/vanilla'
import {
  type AutoscalerCard,
  birthColumn,
  birthWords,
  type Cards,
  type DeploymentCard,
  type Frame,
  type GapGroup,
  type GapGroups,
  type LoadCard,
  type LoopCard,
  loopColumn,
  loopWords,
  type Mark,
  type NodeCard,
  type ReplicaSetCard,
  type ServiceCard,
  sampleColumn,
  sampleWords,
  secondColumn,
  secondWords,
  sumColumn,
  sumWords,
} from '../worker/protocol.ts'
import { NodeLoads } from './nodeLoads.ts'
import { PodTable } from './podTable.ts'
import type { Part, Slice } from './slices.ts'

type BySlot<T> = ReadonlyMap<number, T>

export interface World {
  readonly tick: number
  readonly revision: number
  /** Changes when the whole world was replaced: a new one, or a jump in time. Nothing may animate across it. */
  readonly epoch: number
  /** The same table all along an epoch; `podsVersion` tells when something in it has changed. */
  readonly pods: PodTable
  readonly podsVersion: number
  /** Changes when names were learnt that had not come with frames. */
  readonly namesVersion: number
  readonly nodes: BySlot<NodeCard>
  /** What the pods of each node request of it; changed in place as the pods are, under the same version. */
  readonly nodeLoads: NodeLoads
  /** When objects were made: `birthWords` numbers each, in order. */
  readonly births: readonly number[]
  readonly deployments: BySlot<DeploymentCard>
  readonly replicaSets: BySlot<ReplicaSetCard>
  readonly services: BySlot<ServiceCard>
  readonly autoscalers: readonly AutoscalerCard[]
  readonly loops: readonly LoopCard[]
  /** The oldest, in groups; where somebody looks. */
  readonly gaps: readonly GapGroup[]
  readonly gapCount: number
  readonly apiServer: boolean
  /** Writes that watchers should have been told of by now. */
  readonly overdue: number
  /** Objects that command lines have not come to yet. */
  readonly left: number
  readonly actors: readonly string[]
  /** Samples of the timeline, `sampleWords` numbers each, in order of ticks. */
  readonly samples: readonly number[]
  readonly samplesVersion: number
  readonly marks: readonly Mark[]
  /** Who sends requests, or did. */
  readonly loads: readonly LoadCard[]
  /** Every second of every load, `secondWords` numbers each, in order of time. */
  readonly trafficSeconds: readonly number[]
  readonly trafficVersion: number
}

const nothing: World = {
  tick: 0,
  revision: 0,
  epoch: 0,
  pods: new PodTable(),
  podsVersion: 0,
  namesVersion: 0,
  nodes: new Map(),
  nodeLoads: new NodeLoads(),
  births: [],
  deployments: new Map(),
  replicaSets: new Map(),
  services: new Map(),
  autoscalers: [],
  loops: [],
  gaps: [],
  gapCount: 0,
  apiServer: true,
  overdue: 0,
  left: 0,
  actors: [],
  samples: [],
  samplesVersion: 0,
  marks: [],
  loads: [],
  trafficSeconds: [],
  trafficVersion: 0,
}

export const world = createStore<World>(() => nothing)

/** What wants to hear of every frame as it comes, for what moves and is over: tokens, announcements. */
export type FrameListener = (frame: Frame, before: World, now: World) => void
const listeners = new Set<FrameListener>()

/** They are told when all that moves has been taken in. */
export function onFrame(listener: FrameListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The world before the frame that is being taken in. */
let before = nothing

export function applyFrame({ frame, parts: those }: Slice): void {
  const now = world.getState()
  const base = frame.whole
    ? { ...nothing, epoch: now.epoch + 1, pods: new PodTable(), nodeLoads: new NodeLoads() }
    : now
  if (those.includes('frame')) before = now
  if (those.includes('pods')) base.pods.apply(frame)
  if (those.includes('pods')) base.nodeLoads.apply(frame.requests, frame.pods)
  const next = { ...base }
  for (const part of those) Object.assign(next, take[part](base, frame, now))
  world.setState(next)
  if (those.includes('loops')) for (const listener of listeners) listener(frame, before, world.getState())
}

/** What of a frame becomes of the world; `last`: the one before this part. */
const take: { readonly [P in Part]: (base: World, frame: Frame, last: World) => Partial<World> } = {
  frame: (base, frame) => ({
    tick: frame.tick,
    nodes: withCards(base.nodes, frame.nodes),
    births:
      frame.births.length === 0
        ? base.births
        : withRows(base.births, frame.births, birthWords, birthColumn.slot),
    deployments: withSums(withCards(base.deployments, frame.deployments), frame.sums, 'desired', 'ready'),
    replicaSets: withSums(withCards(base.replicaSets, frame.replicaSets), frame.sums, 'desired', 'actual'),
    services: withSums(withCards(base.services, frame.services), frame.sums, undefined, 'endpoints'),
    autoscalers: frame.autoscalers ?? base.autoscalers,
  }),
  pods: (_, frame, last) => ({
    podsVersion: frame.pods.length > 0 || frame.whole ? last.podsVersion + 1 : last.podsVersion,
    namesVersion: last.namesVersion,
  }),
  loops: (base, frame) => ({
    revision: frame.revision,
    loops: withTurns(frame.loops ?? base.loops, frame.loopRows),
    apiServer: frame.apiServer,
    overdue: frame.overdue,
    left: frame.left,
    gapCount: frame.gapCount,
    actors: frame.actors ?? base.actors,
  }),
  record: (base, frame, last) => {
    const { samples } = frame
    const seconds = frame.traffic?.seconds
    return {
      gaps: frame.gaps === undefined ? base.gaps : withGroups(base.gaps, frame.gaps),
      samples:
        samples.length === 0 ? base.samples : withRows(base.samples, samples, sampleWords, sampleColumn.tick),
      samplesVersion: samples.length > 0 || frame.whole ? last.samplesVersion + 1 : last.samplesVersion,
      marks: frame.marks ?? base.marks,
      loads: frame.traffic?.loads ?? base.loads,
      trafficSeconds:
        seconds === undefined || seconds.length === 0
          ? base.trafficSeconds
          : withRows(base.trafficSeconds, seconds, secondWords, secondColumn.second),
      trafficVersion:
        frame.traffic !== undefined || frame.whole ? last.trafficVersion + 1 : last.trafficVersion,
    }
  },
}

function withCards<T extends { readonly slot: number }>(
  cards: BySlot<T>,
  { changed, gone }: Cards<T>,
): BySlot<T> {
  if (changed.length === 0 && gone.length === 0) return cards
  const after = new Map(cards)
  for (const card of changed) after.set(card.slot, card)
  for (const slot of gone) after.delete(slot)
  return after
}

/** Of those cards that are of this kind: sums are told of several. */
function withSums<T extends object, D extends keyof T, A extends keyof T>(
  cards: BySlot<T>,
  sums: Int32Array,
  desired: D | undefined,
  actual: A,
): BySlot<T> {
  let after: Map<number, T> | undefined
  for (let at = 0; at < sums.length; at += sumWords) {
    const slot = sums[at + sumColumn.slot] as number
    const card = cards.get(slot)
    if (card === undefined) continue
    after ??= new Map(cards)
    after.set(slot, {
      ...card,
      ...(desired === undefined ? {} : { [desired]: sums[at + sumColumn.desired] }),
      [actual]: sums[at + sumColumn.actual],
    })
  }
  return after ?? cards
}

function withTurns(loops: readonly LoopCard[], rows: Int32Array): readonly LoopCard[] {
  if (rows.length === 0) return loops
  const after = [...loops]
  for (let at = 0; at < rows.length; at += loopWords) {
    const loop = rows[at + loopColumn.loop] as number
    const [queue, turns] = [rows[at + loopColumn.queue] as number, rows[at + loopColumn.turns] as number]
    after[loop] = { ...(after[loop] as LoopCard), queue, turns }
  }
  return after
}

function withGroups(groups: readonly GapGroup[], { keys, changed }: GapGroups): readonly GapGroup[] {
  const byKey = new Map([...groups, ...changed].map((group) => [group.key, group]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

/** What comes again (time went back and on) takes the place of what was there. Rows are in order of the `time` column. */
function withRows(
  rows: readonly number[],
  news: Int32Array | Float64Array,
  words: number,
  time: number,
): readonly number[] {
  const first = news[time] as number
  let length = rows.length
  while (length > 0 && (rows[length - words + time] as number) >= first) length -= words
  return [...rows.slice(0, length), ...news]
}
