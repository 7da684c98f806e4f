/** The pods the screen knows, kept up from the columns of frames. Its cards never change; a change makes a new one. */
import { type Frame, type Look, looks, podColumn, podWords } from '../worker/protocol.ts'

export interface PodCard {
  readonly slot: number
  readonly namespace: string
  readonly name: string
  readonly look: Look
  readonly restarts: number
  /** The revision of its workload's template, from 1; 0: none. */
  readonly revision: number
  /** The slot of its node; 0: not bound. */
  readonly node: number
  /** The slot of the object that controls it; 0: none. */
  readonly owner: number
}

export class PodTable {
  readonly #cards = new Map<number, PodCard>()
  readonly #names = new Map<number, readonly [namespace: string, name: string]>()

  get(slot: number): PodCard | undefined {
    return this.#cards.get(slot)
  }

  /** In order of creation. */
  all(): readonly PodCard[] {
    return [...this.#cards.values()].sort((a, b) => a.slot - b.slot)
  }

  get size(): number {
    return this.#cards.size
  }

  /** Returns the slots of those that are gone. */
  apply({ pods, podNames }: Pick<Frame, 'pods' | 'podNames'>): readonly number[] {
    for (const [slot, namespace, name] of podNames) this.#names.set(slot, [namespace, name])
    const gone: number[] = []
    for (let at = 0; at < pods.length; at += podWords) {
      const slot = pods[at + podColumn.slot] as number
      const state = pods[at + podColumn.state] as number
      const look = looks[state & 15] as Look
      if (look !== 'gone') this.#set(slot, look, state, pods, at)
      else if (this.#cards.delete(slot)) gone.push(slot)
      if (look === 'gone') this.#names.delete(slot)
    }
    return gone
  }

  #set(slot: number, look: Look, state: number, pods: Int32Array, at: number): void {
    const [namespace, name] = this.#names.get(slot) ?? ['', '']
    this.#cards.set(slot, {
      slot,
      namespace,
      name,
      look,
      restarts: (state >> 4) & 0xfff,
      revision: (state >> 16) & 0xffff,
      node: pods[at + podColumn.node] as number,
      owner: pods[at + podColumn.owner] as number,
    })
  }
}
