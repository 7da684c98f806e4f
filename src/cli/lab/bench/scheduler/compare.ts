/**
 * The scheduler's quick path against its plugins, in windows of one long run: while the cluster is empty, half full and
 * nearly full. Each window is gone through in every way, from the same state.
 */
import { cpuSecondsOf } from '../phase.ts'
import { type Choice, countedWay, naiveWay, Placing, quickWay, type Way } from './placing.ts'
import { undecidedPods } from './undecided.ts'

export interface Sizes {
  readonly nodes: number
  readonly pods: number
  /** Pods of a window that the plugins decide about with nothing remembered, and with the caches' sums. */
  readonly naive: number
  readonly counted: number
  /** Pods from the beginning of a window on over which the quick path's time is taken: one decision is too short. */
  readonly stretch: number
}

export interface Window {
  /** Pods that were in place before. */
  readonly from: number
  /** CPU microseconds for a pod, by way. */
  readonly quick: number
  readonly naive: number
  readonly counted: number
  /** Decisions in which a way differs from the quick one: in the node, in how far it looked, or in what fitted. */
  readonly differing: number
}

export interface Comparison {
  readonly windows: readonly Window[]
  /** Pods that got a node in the end. */
  readonly placed: number
  /** Of all decisions of the quick path. */
  readonly scored: { readonly mean: number; readonly most: number }
}

export function compareWays(sizes: Sizes): Comparison {
  const undecided = undecidedPods(sizes.nodes, sizes.pods)
  const placing = new Placing(undecided)
  const quick = quickWay(undecided)
  const plugins = { naive: naiveWay(undecided), counted: countedWay(undecided) }
  const windows: Window[] = []
  let [placed, scored, most] = [0, 0, 0]
  const goTo = (pods: number) => {
    for (const { node, feasible } of placing.place(quick, pods - placing.done)) {
      if (node !== undefined) placed++
      scored += feasible
      most = Math.max(most, feasible)
    }
  }
  const starts = [0, Math.floor(sizes.pods / 2), sizes.pods - sizes.stretch]
  // Once without the clock: the first run of anything is the compiler's.
  for (const way of [quick, plugins.naive, plugins.counted]) placeAndTakeBack(placing, way, sizes.naive)
  for (const from of starts) {
    goTo(from)
    windows.push(compareWindow(placing, quick, plugins, sizes))
  }
  goTo(sizes.pods)
  return { windows, placed, scored: { mean: scored / sizes.pods, most } }
}

function compareWindow(
  placing: Placing,
  quick: Way,
  plugins: { readonly naive: Way; readonly counted: Way },
  { naive, counted, stretch }: Sizes,
): Window {
  const ofQuick = placeAndTakeBack(placing, quick, stretch)
  const ofNaive = placeAndTakeBack(placing, plugins.naive, naive)
  const ofCounted = placeAndTakeBack(placing, plugins.counted, counted)
  const differing = [ofNaive, ofCounted]
    .flatMap(({ choices }) => choices.map((choice, i) => !same(choice, ofQuick.choices[i] as Choice)))
    .filter(Boolean).length
  return {
    from: placing.done,
    quick: ofQuick.micros,
    naive: ofNaive.micros,
    counted: ofCounted.micros,
    differing,
  }
}

function placeAndTakeBack(placing: Placing, way: Way, count: number) {
  let choices: Choice[] = []
  const seconds = cpuSecondsOf(() => {
    choices = placing.place(way, count)
  })
  placing.takeBack(choices)
  return { choices, micros: (1e6 * seconds) / count }
}

function same(one: Choice, other: Choice): boolean {
  return one.node === other.node && one.visited === other.visited && one.feasible === other.feasible
}
