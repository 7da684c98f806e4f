/**
 * The pods the screen knows, kept up from the columns of frames and kept as columns: a pod is an object only while someone
 * looks at it. A card never changes; a change to its pod makes a new one.
 */
import { grown } from '../worker/looks.ts'
import {
  type Frame,
  type Look,
  looks,
  type PodName,
  podColumn,
  podWords,
  restartBits,
} from '../worker/protocol.ts'

export interface PodCard {
  readonly slot: number
  readonly namespace: string
  /** Empty in a large world until someone has asked for it. */
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

/** Cards that are kept for those who look at them again and again. */
const mostCards = 4096

export class PodTable {
  /** By slot: the columns of the frames. A state of 0 is a pod that is not there. */
  #state = new Int32Array(1024)
  #node = new Int32Array(1024)
  #owner = new Int32Array(1024)
  #top = 0
  #size = 0
  /** How many are on each node, and of them the Ready ones, by the node's slot. 0: those without a node. */
  readonly #onNode = new Map<number, { pods: number; ready: number }>()
  readonly #looks = new Int32Array(looks.length)
  readonly #cards = new Map<number, PodCard>()
  readonly #names = new Map<number, readonly [namespace: string, name: string]>()

  get(slot: number): PodCard | undefined {
    const known = this.#cards.get(slot)
    if (known !== undefined || !this.has(slot)) return known
    const card = this.#card(slot)
    if (this.#cards.size >= mostCards) this.#cards.clear()
    this.#cards.set(slot, card)
    return card
  }

  has(slot: number): boolean {
    return slot > 0 && slot <= this.#top && this.#state[slot] !== 0
  }

  /** In order of creation. An object for every pod: not for a large world. */
  all(): readonly PodCard[] {
    return this.first(this.#size)
  }

  /** The first so many, in order of creation. */
  first(most: number): readonly PodCard[] {
    const cards: PodCard[] = []
    for (let slot = 1; slot <= this.#top && cards.length < most; slot++)
      if (this.#state[slot] !== 0) cards.push(this.get(slot) as PodCard)
    return cards
  }

  /** The slots of those on a node, in order of creation; 0: of those without one. */
  slotsOn(node: number): readonly number[] {
    const slots: number[] = []
    for (let slot = 1; slot <= this.#top; slot++)
      if (this.#state[slot] !== 0 && this.#node[slot] === node) slots.push(slot)
    return slots
  }

  countOn(node: number): { readonly pods: number; readonly ready: number } {
    return this.#onNode.get(node) ?? none
  }

  countOf(look: Look): number {
    return this.#looks[looks.indexOf(look)] as number
  }

  get size(): number {
    return this.#size
  }

  /** The slot of a pod by name, among those whose names are known; 0: none. */
  named(name: string, namespace?: string): number {
    for (const [slot, [space, one]] of this.#names)
      if (one === name && (namespace === undefined || space === namespace)) return slot
    return 0
  }

  isNamed(slot: number): boolean {
    return this.#names.has(slot)
  }

  /** Names that were asked for. */
  learn(names: readonly PodName[]): void {
    for (const [slot, namespace, name] of names) {
      if (!this.has(slot)) continue
      this.#names.set(slot, [namespace, name])
      this.#cards.delete(slot)
    }
  }

  /** All of it as the rows of a whole frame. */
  rows(): Int32Array<ArrayBuffer> {
    const rows = new Int32Array(this.#size * podWords)
    let at = 0
    for (let slot = 1; slot <= this.#top; slot++) {
      const state = this.#state[slot] as number
      if (state === 0) continue
      rows[at + podColumn.slot] = slot
      rows[at + podColumn.state] = state
      rows[at + podColumn.node] = this.#node[slot] as number
      rows[at + podColumn.owner] = this.#owner[slot] as number
      at += podWords
    }
    return rows
  }

  apply({ pods, podNames }: Pick<Frame, 'pods' | 'podNames'>): void {
    for (const [slot, namespace, name] of podNames) this.#names.set(slot, [namespace, name])
    for (let at = 0; at < pods.length; at += podWords)
      this.#put(
        pods[at + podColumn.slot] as number,
        pods[at + podColumn.state] as number,
        pods[at + podColumn.node] as number,
        pods[at + podColumn.owner] as number,
      )
  }

  #put(slot: number, state: number, node: number, owner: number): void {
    if (slot > this.#top) this.#reach(slot)
    const before = this.#state[slot] as number
    if (before !== 0) this.#count(before, this.#node[slot] as number, -1)
    this.#cards.delete(slot)
    const isGone = (state & lookBits) === 0
    this.#state[slot] = isGone ? 0 : state
    this.#node[slot] = node
    this.#owner[slot] = owner
    if (isGone) this.#names.delete(slot)
    else this.#count(state, node, 1)
  }

  #count(state: number, node: number, sign: 1 | -1): void {
    const look = state & lookBits
    this.#size += sign
    this.#looks[look] = (this.#looks[look] as number) + sign
    const on = this.#onNode.get(node) ?? { pods: 0, ready: 0 }
    this.#onNode.set(node, on)
    on.pods += sign
    if (look === readyLook) on.ready += sign
  }

  #reach(slot: number): void {
    this.#top = slot
    if (slot < this.#state.length) return
    const length = Math.max(slot + 1, this.#state.length * 2)
    this.#state = grown(this.#state, length)
    this.#node = grown(this.#node, length)
    this.#owner = grown(this.#owner, length)
  }

  #card(slot: number): PodCard {
    const state = this.#state[slot] as number
    const [namespace, name] = this.#names.get(slot) ?? ['', '']
    return {
      slot,
      namespace,
      name,
      look: looks[state & lookBits] as Look,
      restarts: (state >> 4) & restartBits,
      revision: (state >> 16) & 0xffff,
      node: this.#node[slot] as number,
      owner: this.#owner[slot] as number,
    }
  }
}

const lookBits = 15
const readyLook = looks.indexOf('ready')
const none = { pods: 0, ready: 0 }
