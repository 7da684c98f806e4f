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
import type { NodeColumns } from './columns.ts'
import {
  addLeaders,
  addNormalized,
  countZones,
  findBest,
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
import { Spreading } from './spreading.ts'

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
  readonly #findings = new Int32Array(4)
  /** How many nodes fitted in the last decision, and were scored where there was a choice. For counting only. */
  found = 0
  /** The candidates of a search: their indexes, and what they score. */
  #feasible = new Int32Array(0)
  #totals = new Int32Array(0)
  #raw = new Int32Array(0)
  /** By place, the best node without siblings: its score or -1, its tie-break, its index. */
  #best = new Int32Array(0)
  #ties = new Uint32Array(0)
  #leaders = new Int32Array(0)
  #zonesMet = new Uint8Array(0)
  readonly #spreading = new Spreading()
  /** The column of a pod none of whose siblings is in place. */
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
    const onNode = classes === undefined ? this.#nobody : this.#siblingsOnNodes(classes)
    const begin = start % Math.max(1, nodeCount)
    const isPlain = this.#isPlain(cycle, spec)
    const visited = isPlain
      ? this.#findBest(spec, nodeCount, begin, onNode, podKey)
      : this.#findFeasible(spec, nodeCount, begin)
    if (this.found === 0) return { chosen: undefined, visited }
    this.#spread(spec, classes, onNode)
    if (!isPlain) this.#addPreferences(cycle, spec)
    return { chosen: this.#nodes.names[this.#winner(podKey)], visited }
  }

  /** Nothing tells nodes that fit apart but resources, spreading and, where those are equal, their keys. */
  #isPlain({ snapshot }: Cycle, { statics, shape }: SpecClass): boolean {
    if (statics.hasDislikes || statics.hasPreferences || !this.#nodes.hasOwnKeys) return false
    return shape.images.every((image) => snapshot.images.isEven(image))
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
    const { placeCount, cpu } = this.#nodes
    if (this.#best.length < placeCount) {
      this.#best = new Int32Array(2 * placeCount)
      this.#ties = new Uint32Array(2 * placeCount)
      this.#leaders = new Int32Array(2 * placeCount)
      this.#zonesMet = new Uint8Array(placeCount)
    }
    if (this.#nobody.length < cpu.length) this.#nobody = new Uint16Array(cpu.length)
    spec.statics.refresh(this.#infoAt, cpu.length)
    spec.scores.prepare()
    return list.length
  }

  #findBest(spec: SpecClass, nodeCount: number, begin: number, onNode: Uint16Array, podKey: number): number {
    const { place, placeCount, key } = this.#nodes
    const { cells } = spec.scores
    this.#best.fill(-1, 0, placeCount)
    const visited = this.#visit(spec, nodeCount, begin, (from, to) =>
      findBest(
        this.#order,
        from,
        to,
        cells,
        onNode,
        place,
        key,
        podKey,
        this.#best,
        this.#ties,
        this.#leaders,
        this.#feasible,
        this.#totals,
        this.#findings,
      ),
    )
    addLeaders(this.#best, this.#leaders, placeCount, this.#feasible, this.#totals, this.#findings)
    return visited
  }

  #findFeasible(spec: SpecClass, nodeCount: number, begin: number): number {
    const { cells } = spec.scores
    return this.#visit(spec, nodeCount, begin, (from, to) =>
      findFeasible(this.#order, from, to, cells, this.#feasible, this.#totals, this.#findings),
    )
  }

  /**
   * Nodes one after another from `begin`, round the end, until enough have been found that fit; answers how many were
   * visited. `find` looks at a part of the order and answers where it ended, as `findBest` does.
   */
  #visit(
    { scores }: SpecClass,
    nodeCount: number,
    begin: number,
    find: (from: number, to: number) => number,
  ): number {
    const wanted = numFeasibleNodesToFind(nodeCount)
    let visited = 0
    this.found = 0
    this.#findings.fill(0)
    while (visited < nodeCount && this.found < wanted) {
      const from = (begin + visited) % nodeCount
      const most = Math.min(wanted - this.found, nodeCount - visited)
      const to = Math.min(nodeCount, from + most)
      const ended = find(from, to)
      if (ended < to) scores.renew(this.#order[ended] as number)
      visited += ended - from
      this.found = visited - (this.#findings[finding.misfits] as number)
    }
    return visited
  }

  get #candidates(): number {
    return this.#findings[finding.candidates] as number
  }

  /** The candidates' raw scores of spreading. `classes`: of the pod's siblings; absent: it has none. */
  #spread(spec: SpecClass, classes: readonly LabelClass[] | undefined, onNode: Uint16Array): void {
    const { place, zoneCount } = this.#nodes
    const spreading = this.#spreading
    const inZone = classes === undefined ? undefined : this.#siblingsInZones(classes, spec)
    const zones = countZones(this.#feasible, this.#candidates, place, this.#zonesMet)
    spreading.weigh(inZone, zoneCount, this.found, zones)
    rawSpread(
      this.#raw,
      this.#feasible,
      this.#candidates,
      onNode,
      spreading.zoneScores,
      place,
      spreading.hostWeight,
      spreading.hostSlack,
      this.#findings,
    )
  }

  /** Parts that are equal for every node are left out: only the order counts. */
  #addPreferences(cycle: Cycle, spec: SpecClass): void {
    const { statics } = spec
    const count = this.#candidates
    if (statics.hasDislikes)
      addNormalized(this.#totals, this.#feasible, count, statics.dislikes, taintWeight, true)
    if (statics.hasPreferences)
      addNormalized(this.#totals, this.#feasible, count, statics.preferences, affinityWeight, false)
    this.#addImages(cycle, spec, count)
  }

  /** The index of the best candidate. */
  #winner(podKey: number): number {
    const best = pickBest(
      this.#totals,
      this.#raw,
      this.#feasible,
      this.#candidates,
      spreadWeight,
      this.#findings[finding.least] as number,
      this.#findings[finding.most] as number,
      this.#nodes.key,
      podKey,
    )
    return this.#feasible[best] as number
  }

  #addImages({ snapshot }: Cycle, { shape }: SpecClass, found: number): void {
    const { images } = shape
    const spread = snapshot.images
    if (images.every((image) => spread.isEven(image))) return
    const size = this.#nodes.cpu.length
    this.#images.add(this.#totals, this.#feasible, found, imageWeight, images, spread, this.#imageEpoch, size)
  }

  #siblingsOnNodes(classes: readonly LabelClass[]): Uint16Array {
    const size = this.#nodes.cpu.length
    if (classes.length === 0) return this.#nobody
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
}

/** Nothing changed that a pod's own requirements look at. */
function looksAlike(before: Node, after: Node): boolean {
  return (
    before.metadata.labels === after.metadata.labels &&
    before.spec.taints === after.spec.taints &&
    before.spec.unschedulable === after.spec.unschedulable
  )
}
