/**
 * What the screen and the tallies know of every pod, as columns by slot: a world of many pods is followed write by write,
 * and none of them is an object here.
 */
import { looks } from './format.ts'
import { grown } from './grown.ts'

/** One pod, as it is read off its object and its neighbours. */
export interface PodReading {
  /** The `state` column of a frame: its look, its restarts and its revision. */
  state: number
  /** The slots of its node and of the object that controls it; 0: none. */
  node: number
  owner: number
  /** What it requests, in millicores. */
  cpu: number
  /** Whether some controller made it, even one that is gone by now. */
  isControlled: boolean
  /** Neither over nor ending. */
  isActive: boolean
}

const lookBits = 15
const readyLook = looks.indexOf('ready')
const controlledBit = 1
const activeBit = 2

export class PodStates {
  /** 0: not there. */
  #state = new Int32Array(1024)
  #node = new Int32Array(1024)
  #owner = new Int32Array(1024)
  #cpu = new Int32Array(1024)
  #flags = new Uint8Array(1024)
  #top = 0
  #size = 0

  get size(): number {
    return this.#size
  }

  has(slot: number): boolean {
    return this.stateOf(slot) !== 0
  }

  stateOf(slot: number): number {
    return slot > this.#top ? 0 : (this.#state[slot] as number)
  }

  nodeOf(slot: number): number {
    return slot > this.#top ? 0 : (this.#node[slot] as number)
  }

  ownerOf(slot: number): number {
    return slot > this.#top ? 0 : (this.#owner[slot] as number)
  }

  cpuOf(slot: number): number {
    return slot > this.#top ? 0 : (this.#cpu[slot] as number)
  }

  isReady(slot: number): boolean {
    return (this.stateOf(slot) & lookBits) === readyLook
  }

  isControlled(slot: number): boolean {
    return slot <= this.#top && ((this.#flags[slot] as number) & controlledBit) !== 0
  }

  isActive(slot: number): boolean {
    return slot <= this.#top && ((this.#flags[slot] as number) & activeBit) !== 0
  }

  /** In order of creation. */
  *slots(): Generator<number> {
    for (let slot = 1; slot <= this.#top; slot++) if (this.#state[slot] !== 0) yield slot
  }

  /** Answers whether a screen would show it otherwise than before. */
  put(slot: number, { state, node, owner, cpu, isControlled, isActive }: PodReading): boolean {
    if (slot > this.#top) this.#reach(slot)
    const isSame =
      this.#state[slot] === state &&
      this.#node[slot] === node &&
      this.#owner[slot] === owner &&
      this.#cpu[slot] === cpu
    if (this.#state[slot] === 0) this.#size++
    this.#state[slot] = state
    this.#node[slot] = node
    this.#owner[slot] = owner
    this.#cpu[slot] = cpu
    this.#flags[slot] = (isControlled ? controlledBit : 0) | (isActive ? activeBit : 0)
    return !isSame
  }

  delete(slot: number): void {
    if (!this.has(slot)) return
    this.#size--
    this.#state[slot] = 0
    this.#node[slot] = 0
    this.#owner[slot] = 0
    this.#cpu[slot] = 0
    this.#flags[slot] = 0
  }

  clear(): void {
    for (const column of [this.#state, this.#node, this.#owner, this.#cpu, this.#flags]) column.fill(0)
    this.#top = 0
    this.#size = 0
  }

  #reach(slot: number): void {
    this.#top = slot
    if (slot < this.#state.length) return
    const length = Math.max(slot + 1, this.#state.length * 2)
    this.#state = grown(this.#state, length)
    this.#node = grown(this.#node, length)
    this.#owner = grown(this.#owner, length)
    this.#cpu = grown(this.#cpu, length)
    const flags = new Uint8Array(length)
    flags.set(this.#flags)
    this.#flags = flags
  }
}
