/** The cards of one kind as they were sent last: only what differs is sent again. */
import type { Cards } from './format.ts'
import { isSameCard } from './sameCard.ts'

const nothing: Cards<never> = { changed: [], gone: [] }

export class ShownCards<Card> {
  readonly #shown = new Map<number, Card>()

  /** `slots`: objects with something new about them. `cardOf` answers undefined where the object is gone. */
  take(slots: ReadonlySet<number>, cardOf: (slot: number) => Card | undefined): Cards<Card> {
    if (slots.size === 0) return nothing
    const changed: Card[] = []
    const gone: number[] = []
    for (const slot of slots) {
      const card = cardOf(slot)
      if (card === undefined) {
        if (this.#shown.delete(slot)) gone.push(slot)
      } else if (!isSameCard(card, this.#shown.get(slot))) {
        this.#shown.set(slot, card)
        changed.push(card)
      }
    }
    return { changed, gone }
  }

  clear(): void {
    this.#shown.clear()
  }
}
