/**
 * Pods in place, counted by node for each set of labels: pods of one template have the same, so that the siblings of a
 * pod are one such class, or a few. Pods that are being deleted are not counted.
 */
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import type { LabelSelector, Labels, Pod } from '../../api/types/index.ts'
import type { NodeColumns } from './columns.ts'

export class LabelClass {
  readonly namespace: string
  readonly labels: Labels
  /** Node index → pods. */
  readonly counts = new Map<number, number>()
  /** The same as a column, while it is in use. */
  dense: Uint16Array | undefined
  #zones = new Int32Array(0)
  #zoneEpoch = -1

  constructor(namespace: string, labels: Labels) {
    this.namespace = namespace
    this.labels = labels
  }

  add(index: number, amount: 1 | -1, nodes: NodeColumns): void {
    const count = (this.counts.get(index) ?? 0) + amount
    if (count === 0) this.counts.delete(index)
    else this.counts.set(index, count)
    if (this.dense !== undefined) {
      if (index < this.dense.length) this.dense[index] = count
      else this.dense = undefined
    }
    const zone = nodes.zone[index] as number
    if (this.#zoneEpoch !== nodes.zoneEpoch || zone >= this.#zones.length) this.#zoneEpoch = -1
    else this.#zones[zone] = (this.#zones[zone] as number) + amount
  }

  /** Zone number → pods. */
  zones(nodes: NodeColumns): Int32Array {
    if (this.#zoneEpoch !== nodes.zoneEpoch || this.#zones.length < nodes.zoneCount) {
      this.#zones = new Int32Array(nodes.zoneCount)
      for (const [index, count] of this.counts) {
        const zone = nodes.zone[index] as number
        this.#zones[zone] = (this.#zones[zone] as number) + count
      }
      this.#zoneEpoch = nodes.zoneEpoch
    }
    return this.#zones
  }
}

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

export class LabelClasses {
  readonly #byKey = new Map<string, LabelClass>()
  /** Under the namespace, and under the namespace with each label. */
  readonly #filed = new Map<string, LabelClass[]>()
  #byLabels = new WeakMap<Labels, LabelClass>()
  #selections = new WeakMap<LabelSelector, Selection>()
  readonly #dense = new Set<LabelClass>()

  classOf({ metadata }: Pod): LabelClass {
    const { namespace = '', labels = none } = metadata
    const known = this.#byLabels.get(labels)
    if (known !== undefined && known.namespace === namespace) return known
    const key = `${namespace}\n${textOf(labels)}`
    const found = this.#byKey.get(key) ?? this.#create(key, namespace, labels)
    this.#byLabels.set(labels, found)
    return found
  }

  add(index: number, pod: Pod, amount: 1 | -1, nodes: NodeColumns): void {
    if (pod.metadata.deletionTimestamp === undefined) this.classOf(pod).add(index, amount, nodes)
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
      if (matchesLabelSelector(selector, candidate.labels)) selection.members.push(candidate)
    }
    return selection.members
  }

  /** The class's counts as a column of at least `size` cells. */
  column(labelClass: LabelClass, size: number): Uint16Array {
    this.#dense.delete(labelClass)
    this.#dense.add(labelClass)
    if (labelClass.dense === undefined || labelClass.dense.length < size) {
      labelClass.dense = new Uint16Array(size)
      for (const [index, count] of labelClass.counts) labelClass.dense[index] = count
      if (this.#dense.size > maxDense) this.#forgetOldest()
    }
    return labelClass.dense
  }

  #forgetOldest(): void {
    const oldest = this.#dense.values().next().value as LabelClass
    oldest.dense = undefined
    this.#dense.delete(oldest)
  }

  #create(key: string, namespace: string, labels: Labels): LabelClass {
    const created = new LabelClass(namespace, labels)
    this.#byKey.set(key, created)
    this.#file(namespace).push(created)
    for (const key in labels) this.#file(labelKey(namespace, key, labels[key] as string)).push(created)
    return created
  }

  /** The shortest of the lists in which every class that can match is found. */
  #candidates(namespace: string, { matchLabels = none }: LabelSelector): readonly LabelClass[] {
    let shortest = this.#file(namespace)
    for (const key in matchLabels) {
      const list = this.#file(labelKey(namespace, key, matchLabels[key] as string))
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

function textOf(labels: Labels): string {
  return Object.keys(labels)
    .sort()
    .map((key) => `${key}=${labels[key]}`)
    .join(',')
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}=${value}`
}
