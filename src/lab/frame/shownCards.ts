/** The cards of one kind as they were sent last: only what differs is sent again, and sums as numbers. */
import type { Cards } from './format.ts'
import { isSameCard } from './sameCard.ts'

const nothing: Cards<never> = { changed: [], gone: [] }

/** Which numbers of a card change all the time: of an object that is known already they are told as a row. */
export interface Counted<Card> {
  readonly desired?: keyof Card
  readonly actual: keyof Card
}

export class ShownCards<Card extends object> {
  readonly #shown = new Map<number, Card>()
  readonly #counted: Counted<Card> | undefined

  constructor(counted?: Counted<Card>) {
    this.#counted = counted
  }

  /**
   * `slots`: objects with something new about them. `cardOf` answers undefined where the object is gone. `sums`: takes the
   * rows of those of which only the sums have changed.
   */
  take(
    slots: ReadonlySet<number>,
    cardOf: (slot: number) => Card | undefined,
    sums: number[] = [],
  ): Cards<Card> {
    if (slots.size === 0) return nothing
    const changed: Card[] = []
    const gone: number[] = []
    for (const slot of slots) {
      const card = cardOf(slot)
      const shown = this.#shown.get(slot)
      if (card === undefined) {
        if (this.#shown.delete(slot)) gone.push(slot)
      } else if (shown === undefined || !isSameCard(card, shown)) {
        this.#shown.set(slot, card)
        if (!this.#takeSums(slot, card, shown, sums)) changed.push(card)
      }
    }
    return { changed, gone }
  }

  clear(): void {
    this.#shown.clear()
  }

  #takeSums(slot: number, card: Card, shown: Card | undefined, sums: number[]): boolean {
    const counted = this.#counted
    if (counted === undefined || shown === undefined) return false
    const { desired, actual } = counted
    const numbers = {
      ...(desired === undefined ? {} : { [desired]: card[desired] }),
      [actual]: card[actual],
    }
    if (!isSameCard(card, { ...shown, ...numbers })) return false
    sums.push(slot, desired === undefined ? 0 : Number(card[desired]), Number(card[actual]))
    return true
  }
}
