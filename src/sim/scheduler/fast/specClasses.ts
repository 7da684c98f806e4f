/** Pods whose specs are alike for the scheduler share what is kept about nodes. */
import type { Pod, PodSpec } from '../../api/types/index.ts'
import { WeakTable } from '../../core/weakTable.ts'
import { hostPortsOf } from '../framework/hostPorts.ts'
import type { Cycle } from '../framework/plugin.ts'
import { hasAffinity, type PodShape, podShape } from '../framework/podInfo.ts'
import { planFilters } from '../framework/runFilters.ts'
import type { NodeColumns } from './columns.ts'
import { NodeScores } from './nodeScores.ts'
import { StaticResults } from './staticResults.ts'

export interface SpecClass {
  readonly shape: PodShape
  readonly statics: StaticResults
  readonly scores: NodeScores
}

/** Kinds of node requirements that are kept; beyond it, all are forgotten and begin anew. */
const maxStatics = 2048

export class SpecClasses {
  #bySpec = new WeakTable<PodSpec, SpecClass | 'by plugins'>()
  readonly #statics = new Map<string, StaticResults>()
  readonly #scores = new WeakTable<StaticResults, Map<string, NodeScores>>()
  readonly #nodes: NodeColumns

  constructor(nodes: NodeColumns) {
    this.#nodes = nodes
  }

  /** Undefined: only the plugins themselves can decide about such a pod. */
  of(cycle: Cycle, nodeIndexes: () => Iterable<number>): SpecClass | undefined {
    const { spec } = cycle.pod
    let found = this.#bySpec.get(spec)
    if (found === undefined) {
      found = isSimple(cycle) ? this.#classOf(cycle, nodeIndexes) : 'by plugins'
      this.#bySpec.set(spec, found)
    }
    return found === 'by plugins' ? undefined : found
  }

  invalidate(index: number): void {
    for (const statics of this.#statics.values()) statics.invalidate(index)
  }

  #classOf(cycle: Cycle, nodeIndexes: () => Iterable<number>): SpecClass {
    const shape = podShape(cycle.pod.spec)
    const statics = this.#staticsOf(cycle, nodeIndexes)
    return { shape, statics, scores: this.#scoresOf(shape, statics) }
  }

  #staticsOf(cycle: Cycle, nodeIndexes: () => Iterable<number>): StaticResults {
    const { tolerations, nodeSelector, affinity, nodeName } = cycle.pod.spec
    const key = JSON.stringify([tolerations, nodeSelector, affinity?.nodeAffinity, nodeName])
    let statics = this.#statics.get(key)
    if (statics === undefined) {
      if (this.#statics.size >= maxStatics) this.#forgetAll()
      statics = new StaticResults(cycle, nodeIndexes())
      this.#statics.set(key, statics)
    }
    return statics
  }

  #scoresOf(shape: PodShape, statics: StaticResults): NodeScores {
    const { requests, nonZeroCpu, nonZeroMemory } = shape
    const key = `${requests.cpu ?? 0} ${requests.memory ?? 0} ${nonZeroCpu} ${nonZeroMemory}`
    const known = this.#scores.get(statics) ?? new Map<string, NodeScores>()
    const scores = known.get(key) ?? new NodeScores(shape, statics, this.#nodes)
    this.#scores.set(statics, known.set(key, scores))
    return scores
  }

  #forgetAll(): void {
    this.#statics.clear()
    this.#bySpec = new WeakTable()
  }
}

/** Nothing about the pod depends on other pods but sums of cpu, memory and siblings. */
function isSimple(cycle: Cycle): boolean {
  const { pod, shape } = cycle
  return (
    !hasAffinity(pod.spec) &&
    !hasOwnSpreading(pod) &&
    hostPortsOf(pod.spec).length === 0 &&
    shape.resourceNames.every((name) => name === 'cpu' || name === 'memory' || shape.requests[name] === 0) &&
    concernsAllNodes(cycle)
  )
}

function concernsAllNodes(cycle: Cycle): boolean {
  const { rejection, restrictions } = planFilters(cycle)
  return rejection === undefined && restrictions.size === 0
}

function hasOwnSpreading({ spec }: Pod): boolean {
  return (spec.topologySpreadConstraints ?? []).length > 0
}
