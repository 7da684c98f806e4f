/** Whether pods in place care for pods of certain labels, by affinity of their own. */
import type { Pod } from '../../api/types/index.ts'
import type { Snapshot } from '../framework/snapshot.ts'
import { termMatches, termsOf } from '../plugins/interPodAffinity/terms.ts'
import type { LabelClass } from './labelClass.ts'
import type { LabelClasses } from './labelClasses.ts'

interface Verdict {
  readonly epoch: number
  readonly concerned: boolean
}

export class PlacedAffinity {
  readonly #classes: LabelClasses
  #namespaceEpoch = 0
  readonly #verdicts = new WeakMap<LabelClass, Verdict>()

  constructor(classes: LabelClasses) {
    this.#classes = classes
  }

  namespacesChanged(): void {
    this.#namespaceEpoch++
  }

  concerns(pod: Pod, { namespaceLabels }: Snapshot): boolean {
    if (this.#classes.caring.size === 0) return false
    const labelClass = this.#classes.classOf(pod)
    const epoch = this.#classes.caringEpoch + this.#namespaceEpoch
    const known = this.#verdicts.get(labelClass)
    if (known?.epoch === epoch) return known.concerned
    const concerned = [...this.#classes.caring].some(({ example }) => {
      const { affinity, antiAffinity, preferredAffinity, preferredAntiAffinity } = termsOf(example)
      const terms = [...affinity, ...antiAffinity, ...preferredAffinity, ...preferredAntiAffinity]
      return terms.some((term) => termMatches(term, pod, namespaceLabels))
    })
    this.#verdicts.set(labelClass, { epoch, concerned })
    return concerned
  }
}
