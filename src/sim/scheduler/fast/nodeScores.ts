/**
 * Whether pods of one spec class fit on each node, and how NodeResourcesFit and BalancedAllocation together score it: kept
 * until the node changes, so that a search mostly reads two numbers a node.
 */
import type { PodShape } from '../framework/podInfo.ts'
import { balancedImprovement } from '../plugins/nodeResourcesBalancedAllocation/balance.ts'
import { leastAllocatedOfTwo } from '../plugins/nodeResourcesFit/leastAllocated.ts'
import { changesKept, type NodeColumns } from './columns.ts'
import type { StaticResults } from './staticResults.ts'

/** In the place of a score, which is never below 0: the pod does not fit. */
export const noFit = -1
/** In the place of a score: the node has changed since. */
export const unknown = -2

export class NodeScores {
  /** By node index. */
  cells = new Int32Array(0)
  /** How many of the changes of nodes have been heard of. */
  #heard = 0
  readonly #shape: PodShape
  readonly #statics: StaticResults
  readonly #nodes: NodeColumns

  constructor(shape: PodShape, statics: StaticResults, nodes: NodeColumns) {
    this.#shape = shape
    this.#statics = statics
    this.#nodes = nodes
  }

  /** Brings the cells to the size of the cluster, and forgets the scores of nodes that have changed. */
  prepare(): void {
    const { cpu, changes, changeCount } = this.#nodes
    if (this.cells.length !== cpu.length) this.cells = new Int32Array(cpu.length).fill(unknown)
    else if (changeCount - this.#heard > changesKept) this.cells.fill(unknown)
    else
      for (let n = this.#heard; n < changeCount; n++) this.cells[changes[n % changesKept] as number] = unknown
    this.#heard = changeCount
  }

  /** The score of a node that has changed. */
  renew(i: number): void {
    this.cells[i] = this.#fits(i) ? this.#score(i) : noFit
  }

  #fits(i: number): boolean {
    const nodes = this.#nodes
    const { cpu = 0, memory = 0 } = this.#shape.requests
    if (this.#statics.refused[i] !== 0) return false
    if ((nodes.usedPods[i] as number) + 1 > (nodes.pods[i] as number)) return false
    if (cpu > 0 && cpu > (nodes.cpu[i] as number) - (nodes.usedCpu[i] as number)) return false
    return memory <= 0 || memory <= (nodes.memory[i] as number) - (nodes.usedMemory[i] as number)
  }

  #score(i: number): number {
    const nodes = this.#nodes
    const { requests, nonZeroCpu, nonZeroMemory } = this.#shape
    const { cpu = 0, memory = 0 } = requests
    const nodeCpu = nodes.cpu[i] as number
    const nodeMemory = nodes.memory[i] as number
    const least = leastAllocatedOfTwo(
      (nodes.scoredCpu[i] as number) + nonZeroCpu,
      (nodes.scoredMemory[i] as number) + nonZeroMemory,
      nodeCpu,
      nodeMemory,
    )
    if (cpu === 0 && memory === 0) return least
    const usedCpu = nodes.usedCpu[i] as number
    const usedMemory = nodes.usedMemory[i] as number
    return least + balancedImprovement(cpu, memory, usedCpu, usedMemory, nodeCpu, nodeMemory)
  }
}
