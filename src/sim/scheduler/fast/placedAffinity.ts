/** The affinity terms of pods in place, each sort once: does any of them concern a pod of these labels? */
import type { Labels, Pod } from '../../api/types/index.ts'
import { hasAffinity } from '../framework/podInfo.ts'
import { termMatches, termsOf } from '../plugins/interPodAffinity/terms.ts'
import type { LabelClass } from './labelClasses.ts'

interface Sort {
  readonly example: Pod
  count: number
}

export class PlacedAffinity {
  readonly #sorts = new Map<string, Sort>()
  /** Raised when there is a new sort, or one less, or namespaces changed their labels. */
  #epoch = 0
  #verdicts = new WeakMap<LabelClass, { readonly epoch: number; readonly concerned: boolean }>()

  add(pod: Pod, amount: 1 | -1): void {
    if (!hasAffinity(pod.spec)) return
    const key = JSON.stringify([pod.metadata.namespace, pod.metadata.labels, pod.spec.affinity])
    const sort = this.#sorts.get(key) ?? { example: pod, count: 0 }
    sort.count += amount
    if (sort.count === 0) this.#sorts.delete(key)
    else this.#sorts.set(key, sort)
    if (sort.count === 0 || (amount === 1 && sort.count === 1)) this.#epoch++
  }

  namespacesChanged(): void {
    this.#epoch++
  }

  concerns(labelClass: LabelClass, pod: Pod, namespaceLabels: (name: string) => Labels): boolean {
    if (this.#sorts.size === 0) return false
    const known = this.#verdicts.get(labelClass)
    if (known?.epoch === this.#epoch) return known.concerned
    const concerned = [...this.#sorts.values()].some(({ example }) => {
      const { affinity, antiAffinity, preferredAffinity, preferredAntiAffinity } = termsOf(example)
      const terms = [...affinity, ...antiAffinity, ...preferredAffinity, ...preferredAntiAffinity]
      return terms.some((term) => termMatches(term, pod, namespaceLabels))
    })
    this.#verdicts.set(labelClass, { epoch: this.#epoch, concerned })
    return concerned
  }
}
