/** Pods as columns: what differs from what was sent before, 16 bytes each. */
import { mostNamed, type PodName, podColumn, podWords } from './format.ts'
import type { PodStates } from './podStates.ts'
import { ToldRequests } from './requests.ts'

export interface PodChanges {
  readonly pods: Int32Array<ArrayBuffer>
  readonly podNames: readonly PodName[]
  readonly requests: Int32Array<ArrayBuffer>
}

export class PodColumns {
  /** Slots that have been sent: 1. */
  #known = new Uint8Array(1024)
  readonly #requests = new ToldRequests()

  take(
    slots: ReadonlySet<number>,
    states: PodStates,
    nameOf: (slot: number) => PodName | undefined,
  ): PodChanges {
    const pods = new Int32Array(slots.size * podWords)
    const podNames: PodName[] = []
    const isNamed = states.size <= mostNamed
    let length = 0
    for (const slot of slots) {
      const isThere = states.has(slot)
      const wasThere = this.#known[slot] === 1
      if (!isThere && !wasThere) continue
      if (isThere) this.#requests.note(states, slot)
      else this.#requests.gone(slot)
      if (isThere !== wasThere) this.#note(slot, isThere)
      const name = isThere && !wasThere && isNamed ? nameOf(slot) : undefined
      if (name !== undefined) podNames.push(name)
      write(pods, length, slot, states)
      length += podWords
    }
    return {
      pods: length === pods.length ? pods : pods.slice(0, length),
      podNames,
      requests: this.#requests.take(),
    }
  }

  clear(): void {
    this.#known.fill(0)
    this.#requests.clear()
  }

  #note(slot: number, isThere: boolean): void {
    if (slot >= this.#known.length) {
      const longer = new Uint8Array(Math.max(slot + 1, this.#known.length * 2))
      longer.set(this.#known)
      this.#known = longer
    }
    this.#known[slot] = Number(isThere)
  }
}

/** The state of one that is gone is 0. */
function write(words: Int32Array, at: number, slot: number, states: PodStates): void {
  words[at + podColumn.slot] = slot
  words[at + podColumn.state] = states.stateOf(slot)
  words[at + podColumn.node] = states.nodeOf(slot)
  words[at + podColumn.owner] = states.ownerOf(slot)
}
