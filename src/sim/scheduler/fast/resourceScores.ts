/** NodeResourcesFit and BalancedAllocation together, kept for each shape of requests and node until the node changes. */
import type { PodShape } from '../framework/podInfo.ts'
import { balancedImprovement } from '../plugins/nodeResourcesBalancedAllocation/balance.ts'
import { leastAllocated } from '../plugins/nodeResourcesFit/leastAllocated.ts'
import { type NodeColumns, widened } from './columns.ts'

export class ResourceScores {
  readonly #shape: PodShape
  /** Scores by node index. */
  #cells = new Int32Array(0)
  /** The version of the node that each score belongs to. */
  #versions = new Int32Array(0)

  constructor(shape: PodShape) {
    this.#shape = shape
  }

  /** Begins the totals of these nodes with their scores, brought up to date. */
  start(totals: Int32Array, nodes: NodeColumns, feasible: Int32Array, count: number): void {
    if (this.#cells.length < nodes.size) {
      this.#cells = widened(this.#cells, new Int32Array(nodes.cpu.length))
      this.#versions = widened(this.#versions, new Int32Array(nodes.cpu.length))
    }
    const { requests, nonZeroCpu, nonZeroMemory } = this.#shape
    startTotals(
      totals,
      this.#cells,
      this.#versions,
      feasible,
      count,
      nodes,
      requests.cpu ?? 0,
      requests.memory ?? 0,
      nonZeroCpu,
      nonZeroMemory,
    )
  }
}

/** Versions of live nodes start at 1, so a cell of version 0 has never been filled. */
function startTotals(
  totals: Int32Array,
  cells: Int32Array,
  versions: Int32Array,
  feasible: Int32Array,
  count: number,
  nodes: NodeColumns,
  cpu: number,
  memory: number,
  nonZeroCpu: number,
  nonZeroMemory: number,
): void {
  const current = nodes.version
  for (let k = 0; k < count; k++) {
    const i = feasible[k] as number
    const version = current[i] as number
    if (versions[i] !== version) {
      versions[i] = version
      cells[i] = scoreOf(nodes, i, cpu, memory, nonZeroCpu, nonZeroMemory)
    }
    totals[k] = cells[i] as number
  }
}

function scoreOf(
  nodes: NodeColumns,
  i: number,
  cpu: number,
  memory: number,
  nonZeroCpu: number,
  nonZeroMemory: number,
): number {
  const nodeCpu = nodes.cpu[i] as number
  const nodeMemory = nodes.memory[i] as number
  const least = leastAllocated(
    [(nodes.scoredCpu[i] as number) + nonZeroCpu, (nodes.scoredMemory[i] as number) + nonZeroMemory],
    [nodeCpu, nodeMemory],
  )
  if (cpu === 0 && memory === 0) return least
  const usedCpu = nodes.usedCpu[i] as number
  const usedMemory = nodes.usedMemory[i] as number
  return least + balancedImprovement(cpu, memory, usedCpu, usedMemory, nodeCpu, nodeMemory)
}
