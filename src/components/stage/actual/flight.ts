/**
 * The way of one thing to where it stands now. It is put in its new place at once and seen to come there: a transform that
 * ends at nothing. Sent elsewhere on the way, it turns where it just is.
 */

import { motion } from '../motion.ts'

export interface Spot {
  readonly x: number
  readonly y: number
}

const glide = 'cubic-bezier(0.2, 0.8, 0.2, 1)'

export class Flight {
  readonly #element: Element
  #under: { readonly animation: Animation; readonly from: Spot; readonly to: Spot } | undefined

  constructor(element: Element) {
    this.#element = element
  }

  fly(last: Spot, to: Spot): void {
    const from = this.#here() ?? last
    this.#under?.animation.cancel()
    const way = `translate(${from.x - to.x}px, ${from.y - to.y}px)`
    const animation = this.#element.animate([{ transform: way }, { transform: 'translate(0, 0)' }], {
      duration: motion.flight,
      easing: glide,
    })
    this.#under = { animation, from, to }
    animation.onfinish = () => {
      if (this.#under?.animation === animation) this.#under = undefined
    }
  }

  /** Reckoned, not measured: to measure would have the browser lay out the page. */
  #here(): Spot | undefined {
    const progress = this.#under?.animation.effect?.getComputedTiming().progress
    if (this.#under === undefined || progress == null) return undefined
    const { from, to } = this.#under
    return { x: from.x + (to.x - from.x) * progress, y: from.y + (to.y - from.y) * progress }
  }
}
