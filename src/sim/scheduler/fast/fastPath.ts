/**
 * The quick way to a decision, for pods that depend on others only through sums: the same choice as the plugins make,
 * from columns that are kept up to date instead of computed. Everything here can be thrown away and rebuilt.
 */
import type { Node } from '../../api/types/index.ts'
import type { CacheListener, ClusterCache } from '../cache/clusterCache.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import type { Cycle } from '../framework/plugin.ts'
import { pluginNamed } from '../framework/registry.ts'
import { numFeasibleNodesToFind } from '../framework/sampling.ts'
import { domainScore, domainWeight } from '../plugins/podTopologySpread/arithmetic.ts'
import { defaultConstraints } from '../plugins/podTopologySpread/constraints.ts'
import type { NodeColumns } from './columns.ts'
import {
  addNormalized,
  beginSearch,
  countZones,
  findFeasible,
  finding,
  pickBest,
  rawSpread,
} from './hotLoops.ts'
import { ImageScores } from './imageScores.ts'
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
  readonly #images: ImageScores
  /** Raised when a node reports other images, comes or goes. */
  #imageEpoch = 0
  /** Indexes in visiting order, made from the list of the same identity. */
  #order = new Int32Array(0)
  #orderedFrom: readonly NodeInfo[] | undefined
  /** What the last search found out besides. */
  readonly #findings = new Int32Array(5)
  /** How many nodes fitted in the last decision, and were scored where there was a choice. For counting only. */
  found = 0
  #feasible = new Int32Array(0)
  #totals = new Int32Array(0)
  #raw = new Int32Array(0)
  #zoneScores = new Float64Array(16)
  /** Raw scores of nodes without siblings, by their place. */
  #alone = new Int32Array(32)
  readonly #shares = new Int32Array(128)
  /** The column of a pod without siblings. */
  #nobody = new Uint16Array(0)

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
    this.#images = new ImageScores(this.#infoAt)
    this.#nodeKey = nodeKey
    cache.listen(this)
  }

  nodeSet(index: number, info: NodeInfo, before: Node | undefined): void {
    this.#nodes.setNode(index, info, this.#nodeKey(info.name), before === undefined)
    if (before === undefined || !looksAlike(before, info.node)) this.#specs.invalidate(index)
    if (before === undefined || before.status.images !== info.node.status.images) this.#imageEpoch++
  }

  nodeRemoved(index: number): void {
    this.#imageEpoch++
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
  decide(cycle: Cycle, start: number, podKey: number): QuickDecision | undefined {
    const { pod, snapshot } = cycle
    const spec = this.#specs.of(cycle, this.#allIndexes)
    if (spec === undefined || pod.status.nominatedNodeName !== undefined) return undefined
    if (this.#affinity.concerns(pod, snapshot)) return undefined
    const nodeCount = this.#prepare(spec)
    const siblings = snapshot.siblings(pod)
    const classes =
      siblings === undefined ? undefined : this.#labels.select(pod.metadata.namespace ?? '', siblings)
    const found = this.#search(spec, nodeCount, start, classes)
    this.found = found
    const visited = this.#findings[finding.visited] as number
    if (found === 0) return { chosen: undefined, visited }
    const best = found === 1 ? 0 : this.#best(cycle, spec, found, podKey)
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
    const { zoneCount, cpu } = this.#nodes
    if (this.#zoneScores.length < zoneCount) {
      this.#zoneScores = new Float64Array(zoneCount * 2)
      this.#alone = new Int32Array(zoneCount * 4)
    }
    if (this.#nobody.length < cpu.length) this.#nobody = new Uint16Array(cpu.length)
    spec.statics.refresh(this.#infoAt, cpu.length)
    spec.scores.prepare()
    return list.length
  }

  /** `classes`: of the pod's siblings, among which it is spread; absent: it has none. */
  #search(
    spec: SpecClass,
    nodeCount: number,
    start: number,
    classes: readonly LabelClass[] | undefined,
  ): number {
    const nodes = this.#nodes
    const wanted = numFeasibleNodesToFind(nodeCount)
    const onNode = classes === undefined ? this.#nobody : this.#siblingsOnNodes(classes)
    const inZone = classes === undefined ? undefined : this.#siblingsInZones(classes, spec)
    const slack = classes === undefined ? 0 : hostConstraint.maxSkew - 1
    this.#weighZones(inZone, nodes.zonesInUse)
    this.#scoreAlone(slack)
    const begin = start % Math.max(1, nodeCount)
    const hostWeight = domainWeight(wanted)
    const { scores } = spec
    beginSearch(this.#findings)
    for (;;) {
      const stopped = findFeasible(
        this.#order,
        nodeCount,
        begin,
        wanted,
        scores.cells,
        this.#feasible,
        this.#totals,
        this.#raw,
        onNode,
        this.#alone,
        this.#zoneScores,
        nodes.place,
        hostWeight,
        slack,
        this.#findings,
      )
      if (stopped < 0) break
      scores.renew(stopped)
    }
    const found = this.#findings[finding.found] as number
    const bits = this.#findings[finding.zones] as number
    const zones = countZones(this.#feasible, found, nodes.place, nodes.zoneCount, bits)
    if (inZone === undefined || (found === wanted && zones === nodes.zonesInUse)) return found
    this.#weighZones(inZone, zones)
    rawSpread(
      this.#raw,
      this.#feasible,
      found,
      onNode,
      this.#zoneScores,
      nodes.place,
      domainWeight(found),
      slack,
      this.#findings,
    )
    return found
  }

  /** What being in each zone adds to a raw score; being in none adds nothing. */
  #weighZones(inZone: Int32Array | undefined, zones: number): void {
    const scores = this.#zoneScores
    const { zoneCount } = this.#nodes
    if (inZone === undefined) {
      scores.fill(0, 0, zoneCount)
      return
    }
    const weight = domainWeight(zones)
    for (let z = 1; z < zoneCount; z++) {
      scores[z] = domainScore(inZone[z] as number, zoneConstraint.maxSkew, weight)
    }
  }

  /** `slack`: what a host adds without siblings; nodes that have no hostname are no host. */
  #scoreAlone(slack: number): void {
    for (let z = 0; z < this.#nodes.zoneCount; z++) {
      const inZone = this.#zoneScores[z] as number
      this.#alone[2 * z] = (inZone + 0.5) | 0
      this.#alone[2 * z + 1] = (slack + inZone + 0.5) | 0
    }
  }

  /** The winner's position. Parts that are equal for every node are left out: only the order counts. */
  #best(cycle: Cycle, spec: SpecClass, found: number, podKey: number): number {
    const { statics } = spec
    if (statics.hasDislikes) {
      addNormalized(this.#totals, this.#feasible, found, statics.dislikes, taintWeight, true)
    }
    if (statics.hasPreferences) {
      addNormalized(this.#totals, this.#feasible, found, statics.preferences, affinityWeight, false)
    }
    this.#addImages(cycle, spec, found)
    return pickBest(
      this.#totals,
      this.#raw,
      this.#feasible,
      found,
      spreadWeight,
      this.#findings[finding.least] as number,
      this.#findings[finding.most] as number,
      this.#shares,
      this.#nodes.key,
      podKey,
    )
  }

  #addImages({ snapshot }: Cycle, { shape }: SpecClass, found: number): void {
    const { images } = shape
    const spread = snapshot.images
    if (images.every((image) => spread.nodesWith(image) === 0)) return
    const size = this.#nodes.cpu.length
    this.#images.add(this.#totals, this.#feasible, found, imageWeight, images, spread, this.#imageEpoch, size)
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

  readonly #allIndexes = (): Iterable<number> =>
    this.#cache.nodes.map(({ name }) => this.#cache.indexOf(name))

  readonly #infoAt = (index: number): NodeInfo | undefined => this.#cache.infoAt(index)

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
