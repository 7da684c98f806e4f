/**
 * Pods by their nodes, in columns: numbers by slot, and one list of all pods sorted by node and then by slot. Sorted by
 * counting, when someone asks after a change.
 */

/** Words of a pod's row: its slot, its state (the look in the lowest four bits), its node, its owner. */
export const rowWords = 4
const lookBits = 15

export class Roster {
  #state = new Int32Array(1024)
  #node = new Int32Array(1024)
  #top = 0
  #size = 0
  /** The group of each node, by its slot, from 1; group 0: no node that is known. */
  #groupOf = new Map<number, number>()
  /** The same by slot, and the group of each pod: for the loops over all. */
  #groupAt = new Int32Array(1)
  #group = new Uint16Array(1024)
  #start = new Int32Array(2)
  #order = new Int32Array(0)
  #isSorted = false
  #most = 0

  get size(): number {
    return this.#size
  }

  /** The most that any node has. */
  get most(): number {
    this.#sort()
    return this.#most
  }

  clear(): void {
    this.#state.fill(0)
    this.#top = 0
    this.#size = 0
    this.#isSorted = false
  }

  /** The nodes there are, by slot. */
  setNodes(slots: readonly number[]): void {
    this.#groupOf = new Map(slots.map((slot, index) => [slot, index + 1]))
    this.#groupAt = new Int32Array(slots.reduce((highest, slot) => Math.max(highest, slot), 0) + 1)
    for (const [slot, one] of this.#groupOf) this.#groupAt[slot] = one
    this.#isSorted = false
  }

  apply(rows: Int32Array): void {
    for (let at = 0; at < rows.length; at += rowWords) {
      const slot = rows[at] as number
      const state = rows[at + 1] as number
      if (slot >= this.#state.length) this.#reach(slot)
      this.#top = Math.max(this.#top, slot)
      const isThere = (state & lookBits) !== 0
      const wasThere = this.#state[slot] !== 0
      const node = rows[at + 2] as number
      if (isThere !== wasThere || node !== this.#node[slot]) this.#isSorted = false
      this.#size += Number(isThere) - Number(wasThere)
      this.#state[slot] = isThere ? state : 0
      this.#node[slot] = node
    }
  }

  /** 0: not there. */
  stateOf(slot: number): number {
    return this.#state[slot] ?? 0
  }

  nodeOf(slot: number): number {
    return this.#node[slot] ?? 0
  }

  /** Pods on a node in order of creation, without a copy; 0: those without a node that is known. */
  on(node: number): Int32Array {
    this.#sort()
    const group = node === 0 ? 0 : this.#groupOf.get(node)
    if (group === undefined) return none
    return this.#order.subarray(this.#start[group], this.#start[group + 1])
  }

  /** All pods, sorted by node and slot; those of a node are from `firstOf` to before `endOf`. */
  get order(): Int32Array {
    this.#sort()
    return this.#order
  }

  firstOf(node: number): number {
    this.#sort()
    return this.#start[this.#groupOf.get(node) ?? 0] as number
  }

  endOf(node: number): number {
    this.#sort()
    return this.#start[(this.#groupOf.get(node) ?? 0) + 1] as number
  }

  /** The highest slot. */
  get top(): number {
    return this.#top
  }

  /** How many of the pods on its node are older; -1: it is not there. */
  indexOf(slot: number): number {
    if (this.stateOf(slot) === 0) return -1
    const node = this.nodeOf(slot)
    return this.on(this.#groupOf.has(node) ? node : 0).indexOf(slot)
  }

  /** Puts every pod in a class, by slot, and counts how many are in each; `changed` is told where one was in another. */
  classify(
    classes: Uint8Array,
    counts: Int32Array,
    classOf: (slot: number, state: number, node: number) => number,
    changed: (node: number) => void,
  ): void {
    for (let slot = 1; slot <= this.#top; slot++) {
      const state = this.#state[slot] as number
      if (state === 0) continue
      const node = this.#node[slot] as number
      const one = classOf(slot, state, node)
      if (classes[slot] !== one) changed(node)
      classes[slot] = one
      counts[one] = (counts[one] as number) + 1
    }
  }

  #reach(slot: number): void {
    const length = Math.max(slot + 1, this.#state.length * 2)
    const state = new Int32Array(length)
    const node = new Int32Array(length)
    state.set(this.#state)
    node.set(this.#node)
    this.#state = state
    this.#node = node
  }

  #sort(): void {
    if (this.#isSorted) return
    this.#isSorted = true
    const groups = this.#groupOf.size + 1
    const start = new Int32Array(groups + 1)
    if (this.#group.length <= this.#top) this.#group = new Uint16Array(this.#state.length)
    const group = this.#group
    countGroups(this.#state, this.#node, this.#top, this.#groupAt, group, start)
    this.#most = 0
    for (let one = 1; one < groups; one++) this.#most = Math.max(this.#most, start[one + 1] as number)
    for (let one = 0; one < groups; one++)
      start[one + 1] = (start[one + 1] as number) + (start[one] as number)
    if (this.#order.length < this.#size) this.#order = new Int32Array(Math.ceil(this.#size * 1.25))
    fillOrder(this.#state, this.#top, group, start.slice(), this.#order)
    this.#start = start
  }
}

const none = new Int32Array(0)

// Functions of their own over arrays: they are the hot part, and are compiled as such.

function countGroups(
  state: Int32Array,
  node: Int32Array,
  top: number,
  groupAt: Int32Array,
  group: Uint16Array,
  start: Int32Array,
): void {
  for (let slot = 1; slot <= top; slot++) {
    if (state[slot] === 0) continue
    const on = node[slot] as number
    const one = on < groupAt.length ? (groupAt[on] as number) : 0
    group[slot] = one
    start[one + 1] = (start[one + 1] as number) + 1
  }
}

function fillOrder(
  state: Int32Array,
  top: number,
  group: Uint16Array,
  next: Int32Array,
  order: Int32Array,
): void {
  for (let slot = 1; slot <= top; slot++) {
    if (state[slot] === 0) continue
    const one = group[slot] as number
    const at = next[one] as number
    order[at] = slot
    next[one] = at + 1
  }
}
