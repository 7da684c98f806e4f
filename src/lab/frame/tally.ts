/** Pods added up by the set that controls them and by their node, kept up one pod at a time. */
import type { PodView } from './podView.ts'

export interface SetTally {
  /** Neither over nor ending. */
  readonly active: number
  readonly ready: number
}

export interface NodeTally {
  /** Millicores and bytes. */
  readonly cpu: number
  readonly memory: number
}

const noPods: SetTally = { active: 0, ready: 0 }
const nothing: NodeTally = { cpu: 0, memory: 0 }

export class Tally {
  readonly #sets = new Map<number, SetTally>()
  readonly #nodes = new Map<number, NodeTally>()
  #ready = 0

  ofSet(slot: number): SetTally {
    return this.#sets.get(slot) ?? noPods
  }

  ofNode(slot: number): NodeTally {
    return this.#nodes.get(slot) ?? nothing
  }

  /** Pods that some controller made, and that are Ready. */
  get ready(): number {
    return this.#ready
  }

  replace(before: PodView | undefined, after: PodView | undefined): void {
    if (before !== undefined) this.#count(before, -1)
    if (after !== undefined) this.#count(after, 1)
  }

  #count(pod: PodView, sign: 1 | -1): void {
    const { owner, node } = pod
    const set = this.ofSet(owner)
    const active = set.active + (pod.isActive ? sign : 0)
    const ready = set.ready + (pod.isReady ? sign : 0)
    if (owner !== 0) this.#sets.set(owner, { active, ready })
    const { cpu, memory } = this.ofNode(node)
    if (node !== 0) this.#nodes.set(node, { cpu: cpu + sign * pod.cpu, memory: memory + sign * pod.memory })
    if (pod.isReady && pod.isControlled) this.#ready += sign
  }
}
