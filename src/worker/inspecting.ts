/** What is told of the object that somebody has open: when it has changed, at the pace at which one reads. */
import { readingPace } from '../lab/frame/frames.ts'
import { gapCardsOf } from '../lab/frame/gapCards.ts'
import { isSameCard } from '../lab/frame/sameCard.ts'
import { inspect } from '../lab/inspect/inspect.ts'
import type { Inspected } from './protocol.ts'
import type { Stage } from './stage.ts'

export class Inspecting {
  #slot = 0
  #told: Inspected | undefined
  #toldAt = 0

  /** 0: none. */
  get slot(): number {
    return this.#slot
  }

  /** It is told of anew. */
  open(slot: number): void {
    this.#slot = slot
    this.#told = undefined
  }

  /** `now`: milliseconds; undefined: the world stands still, all is told. Answers what is to be told. */
  take({ sitting, timeline }: Stage, now: number | undefined): Inspected | undefined {
    if (this.#slot === 0) return undefined
    if (this.#told !== undefined && now !== undefined && now - this.#toldAt < readingPace) return undefined
    this.#toldAt = now ?? this.#toldAt
    const gaps = gapCardsOf(sitting.world, timeline.survey, this.#slot)
    const inspection = { ...inspect(sitting, this.#slot), gaps }
    if (isSameCard(inspection, this.#told)) return undefined
    this.#told = inspection
    return inspection
  }
}
