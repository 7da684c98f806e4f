/**
 * The pods of a workload, counted for each metric. A look at more of them than a tick has room for goes on in the next one,
 * with the pods that came after those it has counted.
 */
import type { MetricSpec, Pod } from '../../api/types/index.ts'
import type { Context } from './memory.ts'
import type { MetricsClient } from './metricsClient.ts'
import type { Timing } from './podGroups.ts'
import { type PodQuestion, questionOf } from './podQuestions.ts'
import { emptyTally, type PodTally } from './podTally.ts'
import { Unmeasurable } from './unmeasurable.ts'

/** A look that stopped in the middle. */
export interface Counting {
  /** What is asked: whoever asks something else begins anew. */
  readonly metrics: readonly MetricSpec[]
  /** What was found so far, of each metric. */
  readonly tallies: readonly PodTally[]
  /** The slot of the last pod that was counted. */
  upTo: number
}

/** Of so many pods one metric is had in the time of a reconcile. */
const podsPerTurn = 5

/** A tally a metric. Undefined: the rest is counted in the next tick. */
export function countPods(
  context: Context,
  key: string,
  metrics: readonly MetricSpec[],
  pods: readonly Pod[],
  client: MetricsClient,
  timing: Timing,
): readonly PodTally[] | undefined {
  const counting = context.memory.counting?.get(key)
  const isTheSame = counting?.metrics === metrics
  const tallies = isTheSame ? counting.tallies : metrics.map(emptyTally)
  const from = isTheSame ? firstAfter(context, pods, counting.upTo) : 0
  const room = Math.floor((context.turnsLeft * podsPerTurn) / Math.max(1, metrics.length))
  const to = Math.min(pods.length, from + room)
  for (const [i, metric] of metrics.entries())
    count(tallies[i] as PodTally, pods, from, to, () => questionOf(metric, client, timing))
  context.takeTurns(Math.ceil(((to - from) * metrics.length) / podsPerTurn))
  if (to === pods.length) return tallies
  const upTo = slotOf(context, pods[to - 1])
  context.memory.counting ??= new Map()
  context.memory.counting.set(key, { metrics, tallies, upTo })
  return undefined
}

/** A metric that can't be read of one pod can't be had at all. */
function count(
  tally: PodTally,
  pods: readonly Pod[],
  from: number,
  to: number,
  ask: () => PodQuestion | undefined,
): void {
  if (tally.failure !== undefined) return
  try {
    const question = ask()
    if (question === undefined) return
    for (let i = from; i < to; i++) question(pods[i] as Pod, tally)
  } catch (error) {
    if (!(error instanceof Unmeasurable)) throw error
    tally.failure = error.message
  }
}

/** Pods come in the order of their slots. */
function firstAfter(context: Context, pods: readonly Pod[], slot: number): number {
  let low = 0
  let high = pods.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (slotOf(context, pods[middle]) <= slot) low = middle + 1
    else high = middle
  }
  return low
}

function slotOf({ engine }: Context, pod: Pod | undefined): number {
  return pod === undefined ? 0 : engine.state.registry.slotOfVersion(pod.metadata)
}
