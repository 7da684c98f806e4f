/**
 * The quick way to a decision, for pods that depend on others only through sums: the same choice as the plugins make,
 * from columns that are kept up to date instead of computed. Everything here can be thrown away and rebuilt.
 */
import type { LabelSelector, Node, Pod } from '../../api/types/index.ts'
import type { CacheListener, ClusterCache } from '../cache/clusterCache.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import type { Cycle } from '../framework/plugin.ts'
import { pluginNamed } from '../framework/registry.ts'
import { numFeasibleNodesToFind } from '../framework/sampling.ts'
import type { TieKeys } from '../framework/schedulePod.ts'
import { imageScore, scaledImageScore } from '../plugins/imageLocality/imageScore.ts'
import { domainScore, domainWeight } from '../plugins/podTopologySpread/arithmetic.ts'
import { defaultConstraints } from '../plugins/podTopologySpread/constraints.ts'
import type { NodeColumns } from './columns.ts'
import { addNormalized, addSpread, countZones, findFeasible, pickBest, rawSpread } from './hotLoops.ts'
import type { LabelClass } from './labelClass.ts'
import type { LabelClasses } from './labelClasses.ts'
import { PlacedAffinity } from './placedAffinity.ts'
import { type SpecClass, SpecClasses } from './specClasses.ts'

const [hostConstraint, zoneConstraint] = defaultConstraints
const taintWeight = pluginNamed('TaintToleration').weight
const affinityWeight = pluginNamed('NodeAffinity').weight
const spreadWeight = pluginNamed('PodTopologySpread').weight
const imageWeight = pluginNamed('ImageLocality').weight

export interface QuickDecision {
  /** Undefined: no node fits, and the plugins can say why. */
  readonly chosen: string | undefined
  readonly visited: number
}

export class FastPath implements CacheListener {
  readonly #cache: ClusterCache
  readonly #nodeKey: (name: string) => number
  readonly #nodes: NodeColumns
  readonly #specs: SpecClasses
  readonly #labels: LabelClasses
  readonly #affinity: PlacedAffinity
  /** Indexes in visiting order, made from the list of the same identity. */
  #order = new Int32Array(0)
  #orderedFrom: readonly NodeInfo[] | undefined
  readonly #visited = new Int32Array(1)
  /** How many nodes fitted in the last decision, and were scored where there was a choice. For counting only. */
  found = 0
  #feasible = new Int32Array(0)
  #totals = new Int32Array(0)
  #raw = new Int32Array(0)
  #zoneStamps = new Int32Array(16)
  #stamp = 0
  /** The least and the most of the raw scores. */
  readonly #range = new Int32Array(2)

  constructor(
    cache: ClusterCache,
    nodes: NodeColumns,
    labels: LabelClasses,
    nodeKey: (name: string) => number,
  ) {
    this.#cache = cache
    this.#nodes = nodes
    this.#specs = new SpecClasses(nodes)
    this.#labels = labels
    this.#affinity = new PlacedAffinity(labels)
    this.#nodeKey = nodeKey
    cache.listen(this)
  }

  nodeSet(index: number, info: NodeInfo, before: Node | undefined): void {
    this.#nodes.setNode(index, info, this.#nodeKey(info.name), before === undefined)
    if (before === undefined || !looksAlike(before, info.node)) this.#specs.invalidate(index)
  }

  nodeRemoved(index: number): void {
    this.#nodes.removeNode(index)
  }

  podPlaced(index: number, info: NodeInfo): void {
    this.#nodes.setUse(index, info)
  }

  podLeft(index: number, info: NodeInfo): void {
    this.#nodes.setUse(index, info)
  }

  namespacesChanged(): void {
    this.#affinity.namespacesChanged()
  }

  /** Undefined: the plugins must decide. */
  decide(cycle: Cycle, start: number, keys: TieKeys): QuickDecision | undefined {
    const { pod, snapshot } = cycle
    const spec = this.#specs.of(cycle, () => this.#allIndexes())
    if (spec === undefined || pod.status.nominatedNodeName !== undefined) return undefined
    const labelClass = this.#labels.classOf(pod)
    if (this.#affinity.concerns(labelClass, pod, snapshot)) return undefined
    const nodeCount = this.#prepare(spec)
    const found = this.#findFeasible(spec, nodeCount, start)
    this.found = found
    const visited = this.#visited[0] as number
    if (found <= 1)
      return { chosen: found === 0 ? undefined : this.#nameOf(this.#feasible[0] as number), visited }
    this.#score(cycle, spec, found)
    const best = pickBest(this.#totals, this.#feasible, found, this.#nodes.key, keys.pod)
    return { chosen: this.#nameOf(this.#feasible[best] as number), visited }
  }

  /** Brings columns and scratch to the size of the cluster; answers how many nodes there are. */
  #prepare(spec: SpecClass): number {
    const list = this.#cache.nodes
    if (list !== this.#orderedFrom) {
      this.#order = Int32Array.from(list, ({ name }) => this.#cache.indexOf(name))
      this.#orderedFrom = list
      this.#feasible = new Int32Array(list.length)
      this.#totals = new Int32Array(list.length)
      this.#raw = new Int32Array(list.length)
    }
    if (this.#zoneStamps.length < this.#nodes.zoneCount) {
      this.#zoneStamps = new Int32Array(this.#nodes.zoneCount * 2)
    }
    spec.statics.refresh((index) => this.#cache.infoAt(index), this.#nodes.cpu.length)
    spec.scores.prepare()
    return list.length
  }

  #findFeasible({ scores }: SpecClass, nodeCount: number, start: number): number {
    return findFeasible(
      this.#order,
      nodeCount,
      start % Math.max(1, nodeCount),
      numFeasibleNodesToFind(nodeCount),
      this.#nodes.version,
      scores,
      this.#feasible,
      this.#totals,
      this.#visited,
    )
  }

  /** Parts that are equal for every node are left out: only the order counts. */
  #score(cycle: Cycle, spec: SpecClass, found: number): void {
    const { statics } = spec
    if (statics.hasDislikes) {
      addNormalized(this.#totals, this.#feasible, found, statics.dislikes, taintWeight, true)
    }
    if (statics.hasPreferences) {
      addNormalized(this.#totals, this.#feasible, found, statics.preferences, affinityWeight, false)
    }
    this.#addImages(cycle, spec, found)
    const siblings = cycle.snapshot.siblings(cycle.pod)
    if (siblings !== undefined) this.#addSpread(cycle.pod, siblings, spec, found)
  }

  #addImages({ snapshot }: Cycle, { shape }: SpecClass, found: number): void {
    const { images } = shape
    if (images.every((image) => snapshot.images.nodesWith(image) === 0)) return
    for (let k = 0; k < found; k++) {
      const info = this.#cache.infoAt(this.#feasible[k] as number) as NodeInfo
      const score = scaledImageScore(imageScore(images, info.images, snapshot.images), images.length)
      this.#totals[k] = (this.#totals[k] as number) + imageWeight * score
    }
  }

  #addSpread(pod: Pod, siblings: LabelSelector, spec: SpecClass, found: number): void {
    const nodes = this.#nodes
    const classes = this.#labels.select(pod.metadata.namespace ?? '', siblings)
    const zones = countZones(
      this.#feasible,
      found,
      nodes.zone,
      this.#zoneStamps,
      ++this.#stamp,
      nodes.zonesInUse,
    )
    rawSpread(
      this.#raw,
      this.#feasible,
      found,
      this.#siblingsOnNodes(classes),
      this.#zoneScores(this.#siblingsInZones(classes, spec), domainWeight(zones)),
      nodes.zone,
      nodes.hasHostname,
      domainWeight(found),
      hostConstraint.maxSkew - 1,
      this.#range,
    )
    const [least, most] = this.#range as unknown as [number, number]
    addSpread(this.#totals, this.#raw, found, spreadWeight, least, most)
  }

  /** What being in each zone adds to a raw score; being in none adds nothing. */
  #zoneScores(inZone: Int32Array, weight: number): Float64Array {
    const scores = new Float64Array(inZone.length)
    for (let z = 1; z < scores.length; z++) {
      scores[z] = domainScore(inZone[z] as number, zoneConstraint.maxSkew, weight)
    }
    return scores
  }

  #siblingsOnNodes(classes: readonly LabelClass[]): Uint16Array {
    const size = this.#nodes.cpu.length
    if (classes.length === 1) return this.#labels.column(classes[0] as LabelClass, size)
    const sums = new Uint16Array(size)
    for (const { counts } of classes) {
      for (const [index, count] of counts) sums[index] = (sums[index] as number) + count
    }
    return sums
  }

  /** Zones count only nodes that the pod's own requirements allow. */
  #siblingsInZones(classes: readonly LabelClass[], { statics }: SpecClass): Int32Array {
    const nodes = this.#nodes
    if (classes.length === 1 && !statics.hasRequirements) return (classes[0] as LabelClass).zones(nodes)
    const sums = new Int32Array(nodes.zoneCount)
    for (const { counts } of classes) {
      for (const [index, count] of counts) {
        const zone = nodes.zone[index] as number
        if (statics.included[index] !== 0) sums[zone] = (sums[zone] as number) + count
      }
    }
    return sums
  }

  #allIndexes(): Iterable<number> {
    return this.#cache.nodes.map(({ name }) => this.#cache.indexOf(name))
  }

  #nameOf(index: number): string {
    return (this.#cache.infoAt(index) as NodeInfo).name
  }
}

/** Nothing changed that a pod's own requirements look at. */
function looksAlike(before: Node, after: Node): boolean {
  return (
    before.metadata.labels === after.metadata.labels &&
    before.spec.taints === after.spec.taints &&
    before.spec.unschedulable === after.spec.unschedulable
  )
}
