/**
 * Pods in place, sorted into classes of equal labels: pods of one template have the same, so that the siblings of a pod
 * are one such class, or a few.
 */
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import type { LabelSelector, Labels, Pod } from '../../api/types/index.ts'
import { WeakTable } from '../../core/weakTable.ts'
import type { CacheListener, ClusterCache } from '../cache/clusterCache.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import { groupKey } from '../framework/podGroup.ts'
import { hasAffinity } from '../framework/podInfo.ts'
import type { PodCounter } from '../framework/snapshot.ts'
import type { NodeColumns } from './columns.ts'
import { LabelClass } from './labelClass.ts'

/** The classes that one selector selects. */
interface Selection {
  readonly namespace: string
  readonly members: LabelClass[]
  /** Classes that have one of the labels asked for: only these can match, and new ones are added at the end. */
  readonly candidates: readonly LabelClass[]
  /** How many of them have been asked. */
  asked: number
}

/** Classes that keep a column; the one used longest ago gives it up. */
const maxDense = 1024

export class LabelClasses implements CacheListener {
  readonly #cache: ClusterCache
  readonly #nodes: NodeColumns
  readonly #byKey = new Map<string, LabelClass>()
  /** Under the namespace, and under the namespace with each label. */
  readonly #filed = new Map<string, LabelClass[]>()
  readonly #byLabels = new WeakTable<Labels, LabelClass>()
  readonly #selections = new WeakTable<LabelSelector, Selection>()
  readonly #dense = new Set<LabelClass>()
  /** A column that was given up, zeros again: making one costs more than a decision. */
  #spare: Uint16Array | undefined
  /** The pods of one template mostly come one after another. */
  #usedLast: LabelClass | undefined
  /** Classes with affinity that have pods. */
  readonly #caring = new Set<LabelClass>()
  #caringEpoch = 0

  constructor(cache: ClusterCache, nodes: NodeColumns) {
    this.#cache = cache
    this.#nodes = nodes
    cache.listen(this)
  }

  /** Those that have pods. */
  get all(): readonly LabelClass[] {
    return [...this.#byKey.values()].filter((one) => !one.isEmpty)
  }

  /** Those whose pods care for others. */
  get caring(): ReadonlySet<LabelClass> {
    return this.#caring
  }

  /** Raised when there is another class of such pods, or one less. */
  get caringEpoch(): number {
    return this.#caringEpoch
  }

  nodeSet(): void {
    // Pods come and go by themselves.
  }

  nodeRemoved(): void {
    // Its pods have left before.
  }

  podPlaced(index: number, _info: NodeInfo, pod: Pod): void {
    const labelClass = this.classOf(pod)
    if (hasAffinity(pod.spec) && labelClass.isEmpty) {
      this.#caring.add(labelClass)
      this.#caringEpoch++
    }
    labelClass.add(index, pod, 1, this.#nodes)
  }

  podLeft(index: number, _info: NodeInfo, pod: Pod): void {
    const labelClass = this.classOf(pod)
    labelClass.add(index, pod, -1, this.#nodes)
    if (labelClass.isEmpty && this.#caring.delete(labelClass)) this.#caringEpoch++
  }

  classOf(pod: Pod): LabelClass {
    const { namespace, labels = none } = pod.metadata
    const known = this.#byLabels.get(labels)
    if (known !== undefined && known.example.metadata.namespace === namespace) {
      if (known.example.spec.affinity === pod.spec.affinity) return known
    }
    const key = groupKey(pod)
    const found = this.#byKey.get(key) ?? this.#create(key, pod)
    this.#byLabels.set(labels, found)
    return found
  }

  /** The classes of a namespace that the selector selects. */
  select(namespace: string, selector: LabelSelector): readonly LabelClass[] {
    let selection = this.#selections.get(selector)
    if (selection === undefined || selection.namespace !== namespace) {
      selection = { namespace, members: [], candidates: this.#candidates(namespace, selector), asked: 0 }
      this.#selections.set(selector, selection)
    }
    const { candidates } = selection
    for (; selection.asked < candidates.length; selection.asked++) {
      const candidate = candidates[selection.asked] as LabelClass
      if (matchesLabelSelector(selector, candidate.example.metadata.labels)) selection.members.push(candidate)
    }
    return selection.members
  }

  /** How many pods on a node are in the classes that the selector selects. */
  counter(namespace: string, selector: LabelSelector): PodCounter {
    const classes = this.select(namespace, selector)
    return ({ name }) => {
      const index = this.#cache.indexOf(name)
      let count = 0
      for (const { counts } of classes) count += counts.get(index) ?? 0
      return count
    }
  }

  /** The class's counts as a column of at least `size` cells. */
  column(labelClass: LabelClass, size: number): Uint16Array {
    if (this.#usedLast !== labelClass) {
      this.#dense.delete(labelClass)
      this.#dense.add(labelClass)
      this.#usedLast = labelClass
    }
    if (labelClass.dense === undefined || labelClass.dense.length < size) {
      if (this.#dense.size > maxDense) this.#forgetOldest()
      const dense = this.#blank(size)
      for (const [index, count] of labelClass.counts) dense[index] = count
      labelClass.dense = dense
    }
    return labelClass.dense
  }

  #forgetOldest(): void {
    const oldest = this.#dense.values().next().value as LabelClass
    for (const index of oldest.counts.keys()) if (oldest.dense !== undefined) oldest.dense[index] = 0
    this.#spare = oldest.dense
    oldest.dense = undefined
    this.#dense.delete(oldest)
  }

  #blank(size: number): Uint16Array {
    const spare = this.#spare
    this.#spare = undefined
    return spare !== undefined && spare.length >= size ? spare : new Uint16Array(size)
  }

  #create(key: string, example: Pod): LabelClass {
    const { namespace = '', labels = none } = example.metadata
    const created = new LabelClass(example, this.#cache)
    this.#byKey.set(key, created)
    this.#file(namespace).push(created)
    for (const label in labels) this.#file(labelKey(namespace, label, labels[label] as string)).push(created)
    return created
  }

  /** The shortest of the lists in which every class that can match is found. */
  #candidates(namespace: string, { matchLabels = none }: LabelSelector): readonly LabelClass[] {
    let shortest = this.#file(namespace)
    for (const label in matchLabels) {
      const list = this.#file(labelKey(namespace, label, matchLabels[label] as string))
      if (list.length < shortest.length) shortest = list
    }
    return shortest
  }

  #file(key: string): LabelClass[] {
    const list = this.#filed.get(key) ?? []
    if (list.length === 0) this.#filed.set(key, list)
    return list
  }
}

const none: Labels = {}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}=${value}`
}
