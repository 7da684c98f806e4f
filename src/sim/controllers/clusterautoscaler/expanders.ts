/** Of the pools that would help, the one to grow (cluster-autoscaler/expander). A tie is settled by a draw. */
import type { ExpanderName } from '../../client/autoscalerOptions.ts'

/** What growing a pool would bring. */
export interface Option {
  readonly pool: string
  /** Machines it takes, and the pods they would hold. */
  readonly nodes: number
  readonly pods: number
  /** What these pods ask for: thousandths of a core, bytes. */
  readonly cpu: number
  readonly memory: number
  /** What one machine has. */
  readonly nodeCpu: number
  readonly nodeMemory: number
  /** For one machine and hour. */
  readonly price: number
}

export interface Rated {
  readonly option: Option
  /** The less, the better. */
  readonly score: number
}

export function rate(
  expander: ExpanderName,
  options: readonly Option[],
  priorities: Readonly<Record<string, number>>,
): readonly Rated[] {
  return options.map((option) => ({ option, score: scores[expander](option, priorities) }))
}

/** `drawn`: answers a whole number below its argument. */
export function choose(rated: readonly Rated[], drawn: (below: number) => number): Option | undefined {
  const least = Math.min(...rated.map(({ score }) => score))
  const best = rated.filter(({ score }) => score === least)
  return best[best.length < 2 ? 0 : drawn(best.length)]?.option
}

type Score = (option: Option, priorities: Readonly<Record<string, number>>) => number

const scores: Readonly<Record<ExpanderName, Score>> = {
  random: () => 0,
  'most-pods': ({ pods }) => -pods,
  'least-nodes': ({ nodes }) => nodes,
  'least-waste': (option) => wasted(option).cpu + wasted(option).memory,
  price: ({ price, nodes, pods }) => (price * nodes) / pods,
  priority: ({ pool }, priorities) => -(priorities[pool] ?? 0),
}

/** The shares of the new machines that nobody asks for. */
export function wasted({ nodes, cpu, memory, nodeCpu, nodeMemory }: Option): { cpu: number; memory: number } {
  return {
    cpu: (nodeCpu * nodes - cpu) / (nodeCpu * nodes),
    memory: (nodeMemory * nodes - memory) / (nodeMemory * nodes),
  }
}
