/** One way after the other over the same pods: each decides about a pod and puts it there before it sees the next. */
import type { Pod } from '../../../../sim/api/types/index.ts'
import type { Caches } from '../../../../sim/scheduler/caches.ts'
import { podShape } from '../../../../sim/scheduler/framework/podInfo.ts'
import { schedulePod } from '../../../../sim/scheduler/framework/schedulePod.ts'
import { plainSnapshot, surroundingsOf } from '../../../../sim/scheduler/framework/snapshot.ts'
import type { Undecided } from './undecided.ts'

export interface Choice {
  readonly node: string | undefined
  /** How far round the list of nodes the search went. */
  readonly visited: number
  /** Nodes that fitted, and were scored where there was a choice. */
  readonly feasible: number
}

/** `start`: where the search for nodes begins. */
export type Way = (pod: Pod, start: number) => Choice

/** Throws where the quick path hands a pod over to the plugins: no pod of the bench is one of these. */
export function quickWay({ caches, key }: Undecided): Way {
  const { fast, view } = caches
  return (pod, start) => {
    const cycle = { pod, shape: podShape(pod.spec), snapshot: view }
    const quick = fast.decide(cycle, start, key(pod.metadata.uid))
    if (quick === undefined) throw new Error(`the quick path does not decide about ${pod.metadata.name}`)
    return { node: quick.chosen, visited: quick.visited, feasible: fast.found }
  }
}

/** Every plugin over the objects of every node, with nothing remembered from one pod to the next. */
export function naiveWay(undecided: Undecided): Way {
  const { cluster, view } = undecided.caches
  return byPlugins(undecided, () => plainSnapshot(cluster.nodes, surroundingsOf(view)))
}

/** Every plugin over the objects of every node, with the sums that the caches keep: what explains decisions. */
export function countedWay(undecided: Undecided): Way {
  return byPlugins(undecided, () => undecided.caches.view)
}

function byPlugins(
  { key }: Undecided,
  snapshot: () => Caches['view'] | ReturnType<typeof plainSnapshot>,
): Way {
  return (pod, start) => {
    const cycle = { pod, shape: podShape(pod.spec), snapshot: snapshot() }
    const { chosen, filtering } = schedulePod(cycle, start, { pod: key(pod.metadata.uid), node: key })
    return { node: chosen, visited: filtering.visited, feasible: filtering.feasible.length }
  }
}

export class Placing {
  readonly #undecided: Undecided
  #next = 0
  #start = 0

  constructor(undecided: Undecided) {
    this.#undecided = undecided
  }

  /** How many pods have been decided about. */
  get done(): number {
    return this.#next
  }

  place(way: Way, count: number): Choice[] {
    const { cluster } = this.#undecided.caches
    const choices: Choice[] = []
    for (let i = 0; i < count; i++) {
      const pod = this.#undecided.pods[this.#next++] as Pod
      const slot = this.#next
      const choice = way(pod, this.#start)
      this.#start = (this.#start + choice.visited) % cluster.nodeCount
      if (choice.node !== undefined) cluster.setPod(slot, pod, choice.node)
      choices.push(choice)
    }
    return choices
  }

  /** As if the last choices had not been made. */
  takeBack(choices: readonly Choice[]): void {
    const { cluster } = this.#undecided.caches
    for (const { visited } of choices.toReversed()) {
      cluster.removePod(this.#next--)
      this.#start = (this.#start + cluster.nodeCount - (visited % cluster.nodeCount)) % cluster.nodeCount
    }
  }
}
