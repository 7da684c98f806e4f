/**
 * In which class of the colouring each pod is, and how many are in each. All are looked at when the colouring is another or
 * time has passed; between, only those that change, and the others on their nodes where the class is the node's.
 */
import type { NodeLoads } from '../../../../state/looks.ts'
import { stripes } from '../../../../viz/loop/stripe.ts'
import { ageBounds, ageStepOf, shareStep } from '../../../../viz/map/ages.ts'
import { type Roster, rowWords } from '../../../../viz/map/roster.ts'
import { classCounts } from './classes.ts'
import type { Colouring, Tally } from './messages.ts'
import type { NodeMark } from './painter.ts'

type ClassOf = (slot: number, state: number, node: number) => number

/** Ticks after which pods may have come into another class of age. */
const agePace = 10

export class Census {
  readonly #roster: Roster
  readonly #loads: NodeLoads
  readonly #nodes: ReadonlyMap<number, NodeMark>
  #births: Int32Array = new Int32Array(0)
  #tick = 0
  #agedAt = 0
  #classes = new Uint8Array(1024)
  #counts: Int32Array = new Int32Array(0)
  /** What was counted; undefined: something has changed since that may concern every pod. */
  #counted: Colouring | undefined
  /** Nodes that may be loaded otherwise than when their pods were put in classes by that. */
  readonly #reloaded = new Set<number>()

  constructor(roster: Roster, loads: NodeLoads, nodes: ReadonlyMap<number, NodeMark>) {
    this.#roster = roster
    this.#loads = loads
    this.#nodes = nodes
  }

  /** Of every pod by its slot, in the colouring that was told last. */
  get classes(): Uint8Array {
    return this.#classes
  }

  /** Everything is another now. */
  forget(): void {
    this.#counted = undefined
  }

  /** A pod of which nothing is known yet has just been made, and is counted so. */
  setBirths(births: Int32Array): void {
    this.#births = births
  }

  /** Nodes, or what they have room for, are others. */
  nodesChanged(): void {
    if (this.#counted === 'cpu') this.forget()
  }

  /** Answers whether pods may have come into another class. */
  passTo(tick: number): boolean {
    this.#tick = tick
    if (this.#counted !== 'age' || Math.abs(tick - this.#agedAt) < agePace) return false
    this.forget()
    return true
  }

  /** Around a change of pods, which `apply` carries out. */
  follow(rows: Int32Array, apply: () => void): void {
    const colouring = this.#counted
    if (colouring === undefined) return apply()
    if (colouring === 'cpu') {
      this.#noteNodes(rows)
      apply()
      this.#noteNodes(rows)
      this.#classify(rows, () => 0)
    } else {
      this.#count(rows, -1)
      apply()
      this.#classify(rows, this.#classifier(colouring))
      this.#count(rows, 1)
    }
  }

  /** `changed` is told the nodes of pods that have come into another class without having changed. */
  tally(colouring: Colouring, changed: (node: number) => void): Tally {
    if (this.#counted !== colouring) this.#countAll(colouring, changed)
    if (colouring === 'cpu') this.#followLoads()
    const counts = colouring === 'cpu' ? this.#nodesByShare() : this.#counts
    return { colouring, counts: [...counts], pods: this.#roster.size, nodes: this.#nodes.size }
  }

  #countAll(colouring: Colouring, changed: (node: number) => void): void {
    this.#counted = colouring
    this.#agedAt = this.#tick
    this.#reloaded.clear()
    this.#reach()
    this.#counts = new Int32Array(classCounts[colouring])
    this.#roster.classify(this.#classes, this.#counts, this.#classifier(colouring), changed)
  }

  #count(rows: Int32Array, sign: 1 | -1): void {
    for (let at = 0; at < rows.length; at += rowWords) {
      const slot = rows[at] as number
      if (this.#roster.stateOf(slot) === 0) continue
      const one = this.#classes[slot] as number
      this.#counts[one] = (this.#counts[one] as number) + sign
    }
  }

  #classify(rows: Int32Array, classOf: ClassOf): void {
    this.#reach()
    for (let at = 0; at < rows.length; at += rowWords) {
      const slot = rows[at] as number
      this.#classes[slot] = classOf(slot, this.#roster.stateOf(slot), 0)
    }
  }

  #noteNodes(rows: Int32Array): void {
    for (let at = 0; at < rows.length; at += rowWords)
      this.#reloaded.add(this.#roster.nodeOf(rows[at] as number))
  }

  #followLoads(): void {
    for (const node of this.#reloaded) {
      const step = this.#shareOf(this.#nodes.get(node))
      for (const slot of this.#roster.on(node)) this.#classes[slot] = step
    }
    this.#reloaded.clear()
  }

  #nodesByShare(): Int32Array {
    const counts = new Int32Array(classCounts.cpu)
    for (const node of this.#nodes.values()) {
      const step = this.#shareOf(node)
      counts[step] = (counts[step] as number) + 1
    }
    return counts
  }

  #shareOf(node: NodeMark | undefined): number {
    return node === undefined ? 0 : shareStep(this.#loads.cpuOf(node.slot), node.cpu)
  }

  #reach(): void {
    if (this.#classes.length > this.#roster.top) return
    const longer = new Uint8Array(this.#roster.top * 2)
    longer.set(this.#classes)
    this.#classes = longer
  }

  #classifier(colouring: Colouring): ClassOf {
    switch (colouring) {
      case 'phase':
        return (_slot, state) => state & 15
      case 'revision':
        return (_slot, state) => {
          const revision = (state >> 16) & 0xffff
          return revision === 0 ? 0 : 1 + ((revision - 1) % stripes.length)
        }
      case 'cpu': {
        const steps = new Map([...this.#nodes.values()].map((node) => [node.slot, this.#shareOf(node)]))
        return (_slot, _state, node) => steps.get(node) ?? 0
      }
      case 'age': {
        const bounds = ageBounds(this.#births, this.#tick)
        return (slot) => ageStepOf(slot, bounds)
      }
    }
  }
}
