/** Pods added up by the set that controls them, kept up one pod at a time. */
import type { PodStates } from './podStates.ts'

export interface SetTally {
  /** Neither over nor ending. */
  readonly active: number
  readonly ready: number
}

const noPods: SetTally = { active: 0, ready: 0 }

export class Tally {
  readonly #sets = new Map<number, { active: number; ready: number }>()
  #ready = 0

  ofSet(slot: number): SetTally {
    return this.#sets.get(slot) ?? noPods
  }

  /** Pods that some controller made, and that are Ready. */
  get ready(): number {
    return this.#ready
  }

  /** `sign`: -1 before a pod changes, 1 after. */
  count(pods: PodStates, slot: number, sign: 1 | -1): void {
    const isReady = pods.isReady(slot)
    if (isReady && pods.isControlled(slot)) this.#ready += sign
    const owner = pods.ownerOf(slot)
    if (owner === 0) return
    let set = this.#sets.get(owner)
    if (set === undefined) {
      set = { active: 0, ready: 0 }
      this.#sets.set(owner, set)
    }
    if (pods.isActive(slot)) set.active += sign
    if (isReady) set.ready += sign
  }
}
