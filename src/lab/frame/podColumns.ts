/** Pods as columns: what differs from what was sent before, 16 bytes each. */
import { mostNamed, type PodName, podColumn, podWords } from './format.ts'
import { goneState, type PodView, stateOf } from './podView.ts'

export interface PodChanges {
  readonly pods: Int32Array<ArrayBuffer>
  readonly podNames: readonly PodName[]
}

export class PodColumns {
  /** Slots that have been sent. */
  readonly #known = new Set<number>()

  take(
    slots: ReadonlySet<number>,
    views: ReadonlyMap<number, PodView>,
    nameOf: (slot: number) => PodName,
  ): PodChanges {
    const pods = new Int32Array(slots.size * podWords)
    const podNames: PodName[] = []
    let length = 0
    for (const slot of slots) {
      const view = views.get(slot)
      if (view === undefined && !this.#known.delete(slot)) continue
      if (view !== undefined && !this.#known.has(slot)) {
        this.#known.add(slot)
        if (views.size <= mostNamed) podNames.push(nameOf(slot))
      }
      write(pods, length, slot, view)
      length += podWords
    }
    return { pods: length === pods.length ? pods : pods.slice(0, length), podNames }
  }

  clear(): void {
    this.#known.clear()
  }
}

function write(words: Int32Array, at: number, slot: number, view: PodView | undefined): void {
  words[at + podColumn.slot] = slot
  words[at + podColumn.state] = view === undefined ? goneState : stateOf(view)
  words[at + podColumn.node] = view?.node ?? 0
  words[at + podColumn.owner] = view?.owner ?? 0
}
