/**
 * What a set's pods add up to, kept up with every change of a pod, so that a sync need not visit ten thousand of them to
 * learn that one became ready. Only a shortcut: after a while, and wherever there is more to see than numbers, the pods
 * are counted anew.
 */
import { isPodActive, isPodReady, isPodTerminating } from '../../api/podReadiness.ts'
import type { Pod, ReplicaSet } from '../../api/types/index.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'
import { hasLabels } from './status.ts'

export interface Tally {
  active: number
  ready: number
  terminating: number
  /** Pods that lack some of the template's labels: they may not even belong to the set any more. */
  odd: number
  readonly countedAt: Tick
}

/** By the set's key. */
export type Tallies = Map<string, Tally>

/** Nodes of a lost zone are given up one every ten seconds: not each of them may be a reason to count all pods of all sets. */
const recountAfter = ticksOf(600)

export function countAnew(
  tallies: Tallies,
  key: string,
  set: ReplicaSet,
  own: readonly Pod[],
  now: Tick,
): Tally {
  const tally: Tally = { active: 0, ready: 0, terminating: 0, odd: 0, countedAt: now }
  for (const pod of own) include(tally, set, pod, 1)
  tallies.set(key, tally)
  return tally
}

/** One of the set's pods changed, came (`before` is undefined) or went. */
export function follow(
  tallies: Tallies,
  key: string,
  set: ReplicaSet,
  before: Pod | undefined,
  after: Pod | undefined,
): void {
  const tally = tallies.get(key)
  if (tally === undefined) return
  if (before !== undefined) include(tally, set, before, -1)
  if (after !== undefined) include(tally, set, after, 1)
}

/** The tally, if it says all that a status needs to know. `isBusy`: another set was counted in this tick; an old tally will do. */
export function sufficient(
  tallies: Tallies,
  key: string,
  set: ReplicaSet,
  now: Tick,
  isBusy: boolean,
): Tally | undefined {
  const tally = tallies.get(key)
  if (tally === undefined || tally.odd > 0) return undefined
  if (!isBusy && now - tally.countedAt > recountAfter) return undefined
  return (set.spec.minReadySeconds ?? 0) === 0 ? tally : undefined
}

function include(tally: Tally, set: ReplicaSet, pod: Pod, sign: 1 | -1): void {
  if (isPodActive(pod)) {
    tally.active += sign
    if (isPodReady(pod)) tally.ready += sign
  } else if (isPodTerminating(pod)) tally.terminating += sign
  else return
  if (!hasLabels(pod.metadata.labels, set.spec.template.metadata?.labels)) tally.odd += sign
}
