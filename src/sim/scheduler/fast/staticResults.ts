/** What a node's own fields decide for pods of one kind: kept for each node until those fields change. */
import type { Pod } from '../../api/types/index.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import type { Cycle, Score } from '../framework/plugin.ts'
import { pluginNamed } from '../framework/registry.ts'
import { matchesRequiredNodeAffinity } from '../framework/requiredNodeAffinity.ts'
import { planFilters } from '../framework/runFilters.ts'
import { widened } from './columns.ts'

const filters = ['NodeUnschedulable', 'NodeName', 'TaintToleration', 'NodeAffinity'].map(pluginNamed)
const taintToleration = pluginNamed('TaintToleration')
const nodeAffinity = pluginNamed('NodeAffinity')

export class StaticResults {
  refused = new Uint8Array(0)
  /** PreferNoSchedule taints that the pod does not tolerate. */
  dislikes = new Int32Array(0)
  /** The weights of preferred node affinity terms that match. */
  preferences = new Int32Array(0)
  /** Whether the node counts for spreading; only where the pod has node requirements at all. */
  included = new Uint8Array(0)
  /** Whether some node ever had such a taint. */
  hasDislikes = false
  readonly hasPreferences: boolean
  readonly hasRequirements: boolean
  readonly #pod: Pod
  readonly #check: ReturnType<typeof planFilters>['check']
  readonly #dislike: Score
  readonly #prefer: Score | undefined
  /** Nodes to look at again. */
  readonly #stale: Set<number>

  constructor(cycle: Cycle, nodeIndexes: Iterable<number>) {
    const { spec } = cycle.pod
    this.#pod = cycle.pod
    this.#check = planFilters(cycle, filters).check
    this.#dislike = taintToleration.preScore?.(cycle, []) as Score
    this.#prefer = nodeAffinity.preScore?.(cycle, [])
    this.hasPreferences = this.#prefer !== undefined
    this.hasRequirements = spec.nodeSelector !== undefined || spec.affinity?.nodeAffinity !== undefined
    this.#stale = new Set(nodeIndexes)
  }

  invalidate(index: number): void {
    this.#stale.add(index)
  }

  refresh(infos: (index: number) => NodeInfo | undefined, capacity: number): void {
    if (this.#stale.size === 0) return
    if (this.refused.length < capacity) this.#grow(capacity)
    for (const index of this.#stale) {
      const info = infos(index)
      if (info !== undefined) this.#look(index, info)
    }
    this.#stale.clear()
  }

  #look(index: number, info: NodeInfo): void {
    this.refused[index] = this.#check(info) === undefined ? 0 : 1
    this.dislikes[index] = this.#dislike(info)
    if (this.dislikes[index] !== 0) this.hasDislikes = true
    this.preferences[index] = this.#prefer?.(info) ?? 0
    this.included[index] = matchesRequiredNodeAffinity(this.#pod, info.node) ? 1 : 0
  }

  #grow(capacity: number): void {
    this.refused = widened(this.refused, new Uint8Array(capacity))
    this.dislikes = widened(this.dislikes, new Int32Array(capacity))
    this.preferences = widened(this.preferences, new Int32Array(capacity))
    this.included = widened(this.included, new Uint8Array(capacity))
  }
}
